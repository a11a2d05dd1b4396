// file: start/routes.ts
import router from "@adonisjs/core/services/router";
import OrdersController from "../app/controllers/orders_controller.js";

const UsersController = () => import("../app/controllers/users_controller.js");

router.get("/", async () => "ok"); // entry: GET /
router
  .group(() => {
    router.get("/users/:id", [UsersController, "show"]); // entry: GET /api/users/:id
    router.resource("orders", OrdersController).apiOnly(); // entry: GET /api/orders // entry: POST /api/orders
  })
  .prefix("/api");
// file: app/controllers/orders_controller.ts
export default class OrdersController {
  async index() {
    return [];
  }
  async store({ request }) {
    return request.all();
  }
}
// file: app/controllers/users_controller.ts
export default class UsersController {
  async show({ auth, params }) {
    await auth.authenticate(); // guard: authentication auth.authenticate
    return params.id;
  }
}
