// file: app.mjs
import { createApp, createRouter, defineEventHandler, fromNodeMiddleware, toNodeListener } from "h3";
export const app = createApp();
const router = createRouter();
app.use(router);
router.get("/", defineEventHandler((event) => ({ message: "x" }))); // entry: GET /
router.use("/any", defineEventHandler(() => 1)); // entry: ALL /any
router.add("/added", defineEventHandler(() => 1), "post"); // entry: POST /added
const nested = createRouter().get("/n", defineEventHandler(() => 1)); // entry: GET /base/n
app.use("/base", nested);
app.use("/direct", defineEventHandler(() => "x")); // entry: ALL /direct
import { useBase } from "h3";
const v2 = createRouter().put("/z/**", defineEventHandler(() => 1)); // entry: PUT /v2/z/**
router.use("/v2/**", useBase("/v2", v2.handler));
