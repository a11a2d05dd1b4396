// file: app.mjs
import { H3, serve, defineHandler } from "h3";
const app = new H3()
  .get("/", (event) => "x") // entry: GET /
  .post("/user/:name", (event) => "x") // entry: POST /user/:name
  .all("/any", () => 1) // entry: ALL /any
  .on("PATCH", "/on", () => 1); // entry: PATCH /on
app.use("/mw/**", (event) => {});
const nested = new H3().get("/t", () => 1); // entry: GET /nested/t
app.mount("/nested", nested);
serve(app);
