// What is put on the application by name is found there by hooks and services.
import { feathers } from "@feathersjs/feathers";
import { Pool } from "pg";

const app = feathers();
app.set("pool", new Pool());

class Tides {
  async find() { // entry: GET /tides
    return app.get("pool").query("SELECT * FROM tides"); // effect: read postgres tides, read, safe
  }
}

app.use("tides", new Tides());
app.service("tides").hooks({
  before: { find: [async (context) => context.app.get("pool").query("SELECT * FROM moons")] }, // effect: read postgres moons, read, safe
});
