export const demo = process.env.NEXT_PUBLIC_DEMO_PASSWORD; // silent: the login of a demonstration is for everybody
export const mail = process.env.NEXT_PUBLIC_MAIL_PASSWORD; // expect: client-exposed
