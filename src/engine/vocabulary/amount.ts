/** What people call money: fields of a request that say how much, columns that keep what something costs or somebody holds. */

/** The name speaks of an amount, and of no number of seats. Whoever sends one may not be the one to say it. */
export function speaksOfAmount(name: string): boolean {
  return AMOUNT.test(name);
}

/** A column that keeps what a row costs: `total_price`, `fare`, `shippingCost`. */
export function isPriceColumn(name: string): boolean {
  return PRICE.test(name);
}

/** A column that keeps what somebody holds: `balance`, `wallet_amount`, `credits`. */
export function isHeldColumn(name: string): boolean {
  return HELD.test(name);
}

const AMOUNT = /balance|credit|coin|fund|price|amount|total|cost|fare|fee|charge|sum|value/i;
const PRICE =
  /^(?:(?:total|unit|final|grand|sub|order|booking)_?)?(?:price|amount|total|cost|fare)$|^(?:price|amount|cost)_?(?:total|paid|cents)$|^(?:shipping|delivery)_?(?:price|cost|fees?|charges?)$/i;
const HELD =
  /^(?:\w+_)?(?:balance|credits?|coins?|funds|wallet|saldo)(?:_?(?:amount|balance))?$|[a-z](?:Balance|Credits?|Coins?)$/i;
