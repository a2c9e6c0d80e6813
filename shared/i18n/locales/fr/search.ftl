# Chercher des tickets par mots.

search-title = Rechercher dans les tickets
search-lead = La recherche porte sur les numéros de ticket, les références, les titres, les noms des pièces jointes et tout ce qui a été écrit. Un ticket est trouvé s’il contient tous les mots, sous une forme ou une autre. Ce qui vient d’être écrit il y a quelques secondes peut ne pas encore y figurer.
search-go = Rechercher
search-results = Tickets trouvés
search-changed = Modifié
search-reference = Référence :
search-files = Pièces jointes :
search-none = Aucun ticket que vous pouvez voir ne contient tous ces mots. Essayez avec moins de mots, ou avec d’autres.
search-no-words-title = Il n’y a aucun mot ici
search-no-words = Tapez un mot ou un numéro : seuls les lettres et les chiffres comptent.
search-looked = Les tickets plus anciens n’ont pas encore été parcourus : il peut y en avoir parmi eux.
search-end-title = C’était tout
search-end = Aucun autre ticket ne contient tous ces mots.
