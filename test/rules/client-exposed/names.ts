export const secret = process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY; // expect: client-exposed
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ every visitor
export const role = import.meta.env.VITE_SUPABASE_SERVICE_ROLE_KEY; // expect: client-exposed

export const publishable = process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY; // silent: made for browsers
export const anon = import.meta.env.VITE_SUPABASE_ANON_KEY; // silent: made for browsers
export const server = process.env.STRIPE_SECRET_KEY; // silent: stays on the server
export const invite = process.env.INVITE_TOKEN_SECRET; // silent: "INVITE_" is no "VITE_"
