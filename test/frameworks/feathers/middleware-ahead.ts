// https://feathersjs.com/api/express#appusepath-service-options: middleware of Express stands ahead of a service
import express, { rest } from "@feathersjs/express";
import { feathers } from "@feathersjs/feathers";
import { MongoDBService } from "@feathersjs/mongodb";
import multer from "multer";

class Users extends MongoDBService {}

const app = express(feathers());
const upload = multer({ storage: multer.memoryStorage() });
app.configure(rest());
app.use( // entry: PATCH /users/:id // entry: POST /users
  "users",
  async (req, res, next) => {
    if (req.headers["x-key"] !== process.env.KEY) return res.status(401).json({}); // guard: authentication handler
    next();
  },
  upload.single("photo"),
  new Users({ name: "users" }),
  { methods: ["create", "patch"] },
);
