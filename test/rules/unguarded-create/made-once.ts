import express from "express";
import { Knex, knex } from "knex";

class Notes {
  private readonly database: Knex;
  constructor(given: { database: Knex }) {
    this.database = given.database;
  }
  async add(text: string) {
    // effect: write database notes, insert, unsafe
    await this.database("notes").insert({ text }); // expect: unguarded-create
  }
}

// What it gives is made at the first call and kept by its name.
class Models {
  protected made: Partial<Record<string, unknown>> = {};
  constructor(private readonly given: { database: Knex; others?: Record<string, () => unknown> }) {}

  notes(): Notes {
    return this.once("notes", () => new Notes({ database: this.given.database }));
  }

  private once<T>(name: string, create?: () => T): T {
    if (this.made[name] == null) {
      let one: T;
      if (this.given.others?.[name] != null) one = this.given.others[name]() as T;
      else if (create != null) one = create();
      else throw new Error(`Nothing makes ${name}`);
      this.made[name] = one;
    }
    return this.made[name] as T;
  }
}

class NoteService {
  constructor(private readonly models: Models) {}
  add(text: string) {
    return this.models.notes().add(text);
  }
}

const service = new NoteService(new Models({ database: knex({ client: "pg" }) }));
const app = express();
app.post("/notes", async (req, res) => {
  await service.add(req.body.text);
  res.end();
});
app.post("/notes/check", async (req, res) => { // silent: nothing is added
  res.json({ length: req.body.text.length });
});
