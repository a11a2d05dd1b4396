/** Systems by id, as they are shown, where several adapters reach the same one. */
export const SYSTEM_NAMES: Readonly<Record<string, string>> = {
  postgres: "PostgreSQL",
  mysql: "MySQL",
  sqlite: "SQLite",
  sqlserver: "SQL Server",
  oracle: "Oracle Database",
  cockroachdb: "CockroachDB",
  mongodb: "MongoDB",
  redis: "Redis",
  database: "SQL database",
  kafka: "Kafka",
  rabbitmq: "RabbitMQ",
  smtp: "Mail server (SMTP)",
};
