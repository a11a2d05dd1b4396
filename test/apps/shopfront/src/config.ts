export const config = {
  port: Number(process.env.PORT ?? 3000),
  appUrl: process.env.APP_URL ?? "http://localhost:3000",
  databaseUrl:
    process.env.DATABASE_URL || "postgres://shopfront:Herbst-Laden-4711@db.shopfront.internal:5432/shopfront",
  redisUrl: process.env.REDIS_URL ?? "redis://localhost:6379",
  jwtSecret: process.env.JWT_SECRET || "dev-secret",
  stripe: {
    secretKey: process.env.STRIPE_SECRET_KEY || "",
    webhookSecret: process.env.STRIPE_WEBHOOK_SECRET || "",
    apiUrl: process.env.STRIPE_API_URL,
  },
  smtpUrl: process.env.SMTP_URL ?? "smtp://localhost:1025",
  shipping: {
    webhookSecret: "parcel-hook-signing-secret-2024",
  },
};
