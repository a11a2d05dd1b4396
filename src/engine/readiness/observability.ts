/** Observability: whether anybody will notice, and find out why. */
import { entryPlace, plural } from "./parts.ts";
import type { Check } from "./reading.ts";

const LOGGERS =
  /^(?:pino|pino-http|winston|bunyan|log4js|loglevel|roarr|tslog|@logtape\/logtape|consola|nestjs-pino|@adonisjs\/logger|signale)$/;
const TRACKERS =
  /^(?:@sentry\/(?!cli|types|webpack).+|@bugsnag\/.+|bugsnag|rollbar|@honeybadger-io\/.+|@airbrake\/node|raygun|@appsignal\/nodejs|newrelic|dd-trace|elastic-apm-node|applicationinsights|@google-cloud\/error-reporting)$/;
const METRICS =
  /^(?:@opentelemetry\/(?:sdk|api|auto|exporter|instrumentation).*|prom-client|hot-shots|dd-trace|newrelic|elastic-apm-node|applicationinsights|express-prom-bundle|fastify-metrics|@willsoto\/nestjs-prometheus|@vercel\/otel)$/;

const structuredLogs: Check = (reading) => {
  const { signs, dependency, map } = reading;
  if (map.entryPoints.length === 0) return undefined;
  const logger = dependency(LOGGERS);
  const fastify = map.entryPoints.some(({ framework }) => framework === "fastify");
  const bare = signs("console");
  const status = logger ? "present" : bare.length > 0 ? "missing" : "unknown";
  return {
    id: "observability/logs",
    status: status === "unknown" && fastify ? "present" : status,
    text: logger
      ? `Structured logs with ${logger.name}`
      : bare.length > 0
        ? `console.log in ${plural(bare.length, "file")}, no structured logger`
        : fastify
          ? "Structured logs with Fastify's own logger"
          : "No logging seen",
    advice:
      "Logs that machines can read (JSON with level, time, request id, user id) can be searched when it matters. Never log secrets or whole requests.",
    places: logger ? [logger.place] : bare,
  };
};

const errorTracker: Check = ({ dependency, main }) => {
  if (!main) return undefined;
  const found = dependency(TRACKERS);
  return {
    id: "observability/errors",
    status: found ? "present" : "missing",
    text: found ? `Errors are reported with ${found.name}` : "Nothing reports errors",
    advice:
      "Users rarely report an error, they leave. An error tracker tells with stack, release and how many were hit.",
    places: found ? [found.place] : [{ file: main.file, line: 1, label: main.file }],
  };
};

const metrics: Check = ({ dependency, main }) => {
  if (!main) return undefined;
  const found = dependency(METRICS);
  return {
    id: "observability/metrics",
    status: found ? "present" : "missing",
    text: found ? `Traces or metrics with ${found.name}` : "No traces or metrics",
    advice:
      "Rate, errors and duration of each path say whether a release may go on. OpenTelemetry gives traces and metrics to whichever tool you use later.",
    places: found ? [found.place] : [{ file: main.file, line: 1, label: main.file }],
  };
};

const HEALTH =
  /(?:^|\/)(?:health|healthz|health-?check|ready|readyz|readiness|live|livez|liveness|ping|_health|heartbeat|up)$/i;

const health: Check = ({ map }) => {
  const http = map.entryPoints.filter(({ kind }) => kind === "http");
  if (http.length === 0) return undefined;
  const found = http.filter(({ path }) => HEALTH.test(path));
  return {
    id: "observability/health",
    status: found.length > 0 ? "present" : "missing",
    text: found.length > 0 ? `Health is asked at ${found[0]!.label}` : "No health endpoint",
    advice:
      "The platform must be able to ask whether a new instance works before it sends users there. Answer 200 on `/healthz` when the database can be reached, 503 when not.",
    places: found.map(entryPlace),
  };
};

const requestIds: Check = ({ map, dependency, signs }) => {
  if (!map.entryPoints.some(({ kind }) => kind === "http")) return undefined;
  const found = dependency(
    /^(?:pino-http|express-request-id|cls-rtracer|nestjs-cls|nestjs-pino|@opentelemetry\/sdk-node|hono-request-id)$/,
  );
  const seen = signs("request-context");
  const places = found ? [found.place] : seen;
  return {
    id: "observability/request-id",
    status: places.length > 0 ? "present" : "unknown",
    text: places.length > 0 ? "Requests can be followed through the logs" : "No request id seen in the logs",
    advice: "With one id per request in every log line, the story of a failure is one search.",
    places,
  };
};

const errorHandler: Check = ({ map, signs }) => {
  if (!map.entryPoints.some(({ framework }) => framework === "express")) return undefined;
  const found = signs("error-handler");
  return {
    id: "observability/error-handler",
    status: found.length > 0 ? "present" : "missing",
    text: found.length > 0 ? "One place handles errors of all routes" : "No error handler behind the routes",
    advice:
      "Without an error handler Express answers with a stack trace, or nothing is logged. Add `app.use((error, request, response, next) => …)` behind all routes.",
    places: found,
  };
};

export const OBSERVABILITY: readonly Check[] = [
  errorTracker,
  structuredLogs,
  metrics,
  health,
  errorHandler,
  requestIds,
];
