// A container gives a controller whose handlers are arrow functions in fields.

// file: src/controller.ts
import { PrismaClient } from "@prisma/client";
import { Service } from "typedi";

const prisma = new PrismaClient();

@Service()
export class Boats {
  add(name: string) {
    return prisma.boat.create({ data: { name } }); // effect: write database boat, insert
  }
}
@Service()
export class BoatController {
  constructor(private readonly boats: Boats) {}

  create = async (req: { body: { name: string } }, res: { json(value: unknown): void }) => {
    res.json(await this.boats.add(req.body.name));
  };
}
// file: src/app.ts
import express from "express";
import { Container } from "typedi";
import { BoatController } from "./controller";

const app = express();
const controller = Container.get(BoatController);
app.post("/boats", controller.create); // entry: POST /boats
app.listen(3000);
