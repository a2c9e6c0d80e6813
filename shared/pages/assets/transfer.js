// transfer
