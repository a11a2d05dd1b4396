import { authenticate } from "@feathersjs/authentication";
import express from "@feathersjs/express";
import { feathers } from "@feathersjs/feathers";

class Orders {
  async find(params) { // entry: GET /orders
    return [];
  }
  async create(data, params) { // entry: POST /orders
    return data;
  }
  async remove(id) {} // entry: DELETE /orders/:id
}

const app = express(feathers());
app.use("orders", new Orders());
app.service("orders").hooks({ before: { create: [authenticate("jwt")] } }); // guard: authentication authenticate
