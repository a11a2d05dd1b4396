// One function makes the handlers of several resources: each is told where it is registered.

// file: src/factory.ts
export const createOne = (Model) => async (req, res) => res.status(201).json(await Model.create(req.body));

// file: src/models.ts
import mongoose from "mongoose";

export const Meal = mongoose.model("Meal", new mongoose.Schema({ name: String }));
export const Plan = mongoose.model("Plan", new mongoose.Schema({ name: String }));

// file: src/app.ts
import express from "express";
import { createOne } from "./factory";
import { Meal, Plan } from "./models";

const app = express();
app.use(express.json());
app.post("/meals", createOne(Meal)); // expect: unguarded-create
app.post("/plans", createOne(Plan)); // expect: unguarded-create
app.listen(3000);
