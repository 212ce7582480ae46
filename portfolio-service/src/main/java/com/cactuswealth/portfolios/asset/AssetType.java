package com.cactuswealth.portfolios.asset;

/** The kinds of assets, and what a quoted price is for. */
enum AssetType {
    EQUITY(1),
    ETF(1),
    /** An Argentine certificate for a fraction of a foreign share. */
    CEDEAR(1),
    /** Quoted per 100 nominals. */
    BOND(100),
    FUND(1),
    CASH(1),
    CRYPTO(1),
    OTHER(1);

    private final int priceUnit;

    AssetType(int priceUnit) {
        this.priceUnit = priceUnit;
    }

    /** For how many units a price is quoted: value = quantity × price ÷ this. */
    int priceUnit() {
        return priceUnit;
    }
}
