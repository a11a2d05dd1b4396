// file: src/keys.ts
export const JWT_SECRET = "pk_«22»"; // expect: signing-secret
export const SESSION_SECRET = "«pk_|live_|24»"; // silent: Stripe's publishable key, whatever it is called
