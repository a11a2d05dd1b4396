/** Payments of one country or continent, and what belongs to selling there. */
import { defineProvider } from "./define-provider.ts";

export default [
  // https://docs.wompi.co/en/docs/colombia/ambientes-y-llaves/
  ...defineProvider(
    "Wompi",
    ["wompi-private-key", "prv_prod_|prv_test_|prv_stagtest_", "an:28-44", { variable: "WOMPI_PRIVATE_KEY" }],
    ["wompi-event-secret", "prod_events_|prod_integrity_", "an:28-44", { variable: "WOMPI_EVENTS_SECRET" }],
    ["wompi-public-key", "pub_prod_|pub_test_", "an:28-44", { publishable: true }],
  ),
  // https://www.cashfree.com/docs/api-reference/authentication
  ...defineProvider("Cashfree", [
    "cashfree-secret-key",
    "cfsk_ma_prod_|cfsk_ma_test_",
    "hex:32 _ hex:8",
    { variable: "CASHFREE_SECRET_KEY" },
  ]),
  // https://developers.paymob.com: the secret key's start names the country.
  ...defineProvider("Paymob", [
    "paymob-secret-key",
    "egy_sk_live_|sau_sk_live_|are_sk_live_|omn_sk_live_|pak_sk_live_",
    "an:40-130",
    { variable: "PAYMOB_SECRET_KEY" },
  ]),
  // https://docs.tosspayments.com/en/api-guide
  ...defineProvider("Toss Payments", [
    "toss-secret-key",
    "live_sk_|live_gsk_",
    "an:20-44",
    { keywords: ["toss"], variable: "TOSS_SECRET_KEY" },
  ]),
  // https://docs.postgrid.com
  ...defineProvider("PostGrid", ["postgrid-key", "live_sk_", "an:18-44", { keywords: ["postgrid"] }]),
  // https://developers.conekta.com/docs/api-keys-producci%C3%B3n
  ...defineProvider("Conekta", ["conekta-key", "key_", "an:20-24", { keywords: ["conekta"] }]),
  // https://dev.efipay.com.br/docs/api-pix/credenciais
  ...defineProvider("Efí", ["efi-client-secret", "Client_Secret_", "hex:40", { variable: "EFI_CLIENT_SECRET" }]),
  // https://docs.abacatepay.com/pages/authentication
  ...defineProvider("AbacatePay", ["abacatepay-key", "abc_prod_", "an:20-44", { variable: "ABACATEPAY_API_KEY" }]),
  // https://yookassa.ru/developers/using-api/interaction-format
  ...defineProvider("YooKassa", [
    "yookassa-secret-key",
    "live_|test_",
    "w:43",
    { keywords: ["yookassa", "yoo_kassa", "youkassa"], variable: "YOOKASSA_SECRET_KEY" },
  ]),
  // https://developers.circle.com/circle-mint/circle-apis-api-keys
  ...defineProvider("Circle", [
    "circle-api-key",
    "LIVE_API_KEY:|TEST_API_KEY:|SAND_API_KEY:",
    "hex:32 : hex:32",
    { variable: "CIRCLE_API_KEY" },
  ]),
  // https://docs.rapyd.net/en/get-started-api.html
  ...defineProvider("Rapyd", ["rapyd-secret-key", "rsk_", "hex:60-140", { variable: "RAPYD_SECRET_KEY" }]),
  // https://docs.creem.io
  ...defineProvider("Creem", ["creem-key", "creem_", "an:20-32", { variable: "CREEM_API_KEY" }]),
  // https://docs.useautumn.com
  ...defineProvider("Autumn", ["autumn-secret-key", "am_sk_live_", "an:32-50", { variable: "AUTUMN_SECRET_KEY" }]),
  // https://www.aftership.com/docs/shipping/quickstart/authentication
  ...defineProvider("AfterShip", ["aftership-key", "asat_", "hex:32", { variable: "AFTERSHIP_API_KEY" }]),
  // https://docs.sumsub.com/reference/authentication
  ...defineProvider("Sumsub", [
    "sumsub-app-token",
    "prd:|sbx:",
    "an:24 . an:32",
    { keywords: ["sumsub"], variable: "SUMSUB_APP_TOKEN" },
  ]),
];
