/** What people call tables, by what is at stake when a row of theirs is written twice, in the languages they name them in. */

/** Rows that say who paid or owes what. Who is told of events, `webhook_subscriptions`, pays nothing for it. */
export function isMoneyTable(name: string): boolean {
  return MONEY.test(name) && !LISTENS.test(name);
}

/** Somebody who signs in, or what they sign in to: `users`, `workspaces`, `invitations`. */
export function isAccountAtStake(name: string): boolean {
  return ACCOUNT.test(name);
}

/** What somebody ordered, booked or signed. */
export function isRecordTable(name: string): boolean {
  return RECORD.test(name);
}

/** What can be booked: `appointment_slots`. */
export function isOffer(name: string): boolean {
  return OFFERED.test(name);
}

/** The last word says what a row is: `email_transports` are settings, and of an `email_queue` every row is sent. */
export function isMessageTable(name: string): boolean {
  return MESSAGE.test(name);
}

/** What happened is only noted there: logs, visits, statistics. */
export function isTrailTable(name: string): boolean {
  return TRAIL.test(name);
}

const MONEY =
  /(?:^|_)(?:pay(?:ment|out)?s?|charges?|invoices?|refunds?|transfers?|transactions?|ledgers?|balances?|wallets?|credits?|billings?|subscriptions?|deposits?|withdrawals?|gift_?cards?|coupons?|vouchers?|purchases?|bonus(?:es)?|salar(?:y|ies)|wages?|pay_?(?:slip|run|roll)s?|donations?|pledges?|commissions?|reimbursements?|loans?|installments?|royalt(?:y|ies)|tips|bets|wagers?|bids?|top_?ups?|cash_?outs?|settlements?|fees?|fines?|penalt(?:y|ies)|cash|investments?|trades?|dividends?|debts?|disbursements?|remittances?|expenses?|financ(?:e|es|ials?)|incomes?|earnings?|pagos?|abonos?|cobros?|facturas?|facturaci(?:on|ones)|deudas?|prestamos?|saldos?|transacci(?:on|ones)|ingresos?|egresos?|pagamentos?|faturas?|transac(?:ao|oes)|paiements?|factures?|zahlung(?:en)?|rechnung(?:en)?)(?:_|$)|(?:payments?|transactions?|invoices?|refunds?|wallets?|withdrawals?|deposits?)$/i;
const LISTENS = /(?:web_?hook|event|push|notification|newsletter|feed|topic|channel)s?_?subscriptions?$/i;
const ACCOUNT =
  /^(?:users?|accounts?|members?|memberships?|customers?|organi[sz]ations?|tenants?|teams?|workspaces?|invit(?:e|ation)s?|api_?keys?|usuarios?|clientes?|cuentas?|contas?|utilisateurs?|benutzer|kunden)$/i;
const RECORD =
  /(?:^|_)(?:orders?|bookings?|reservations?|shipments?|tickets?|appointments?|enrol(?:l)?ments?|registrations?|contracts?|claims?|pedidos?|reservas?|citas?|turnos?|compras?|ventas?|vendas?|agendamentos?|inscripci(?:on|ones)|commandes?|bestellung(?:en)?|buchung(?:en)?|pesanan|pemesanan|transaksi)(?:_|$)/i;
const OFFERED = /(?:_|^)(?:slots?|availabilit(?:y|ies))$/i;
const MESSAGE =
  /(?:^|_)(?:messages?|(?:e?mail|sms|message|notification)s?_(?:queue|outbox|jobs?)|notifications?|emails?|mails?|sms|outbox|receipts?|mensajes?|mensagens?|notificaci(?:on|ones)|correos?)$/i;
const TRAIL =
  /(?:^|[_.])(?:logs?|performances?|timings?|audits?|audit_?(?:log|event|trail)s?|histor(?:y|ies)|activit(?:y|ies)|metrics?|analytics|events?_?log|page_?views?|visits?|impressions?|sessions?|traces?|telemetry|access_?log|rate_?limits?|throttles?|stats?|statistics|bitacoras?|historial(?:es)?|historicos?|auditorias?|accesos?|acessos?|aktivitas|riwayat)(?:_|$)/i;
