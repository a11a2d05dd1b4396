import { authenticate } from "@loopback/authentication";
import { del, get, param, post, requestBody } from "@loopback/rest";

@authenticate("jwt") // guard: authentication authenticate
export class OrderController {
  @authenticate.skip()
  @get("/orders/{id}")
  find(@param.path.string("id") id: string) {} // entry: GET /orders/:id

  @post("/orders", { responses: {} })
  create(@requestBody() order: object) {} // entry: POST /orders

  @del("/orders/{id}")
  remove(@param.path.string("id") id: string) {} // entry: DELETE /orders/:id
}
