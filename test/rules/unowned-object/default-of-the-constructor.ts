// `constructor(model: Model<Workout> = WorkoutModel)`: where nothing is given, the default says which table it is.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose, { Model } from "mongoose";

interface Workout {
  userId: string;
}

const WorkoutModel = mongoose.model("Workout", new mongoose.Schema({ userId: String, sets: Number }));

class Base<T> {
  constructor(protected readonly model: Model<T>) {}
  remove(id: string) {
    return this.model.findByIdAndDelete(id); // expect: unowned-object
  }
  list(conditions: object) {
    return this.model.find(conditions);
  }
}

class Workouts extends Base<Workout> {
  constructor(model: Model<Workout> = WorkoutModel) {
    super(model);
  }
}

const workouts = new Workouts();
const app = express();

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.get("/workouts", async (req, res) => res.json(await workouts.list({ userId: req.user.id })));

app.delete("/workouts/:id", async (req, res) => {
  res.json(await workouts.remove(req.params.id));
});

// A default that nobody can read says less than the type.
class Products {
  constructor(private readonly model: Model<Workout> = container.get("products")) {}
  remove(id: string) {
    return this.model.findByIdAndDelete(id); // expect: unowned-object
  }
}

app.delete("/products/:id", async (req, res) => {
  res.json(await new Products().remove(req.params.id));
});
