// file: src/seed.ts
export const users = [
  { email: "admin@shop.io", role: "admin", password: "Shop4Admin!" }, // expect: shared-admin
];
export const fromEnvironment = { email: "root@shop.io", role: "admin", password: process.env.ADMIN_PASSWORD }; // silent: from the environment
export const hashed = { email: "admin@shop.io", role: "admin", password: "$2b$10$«53»" }; // silent: a hash
