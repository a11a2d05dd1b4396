import { AuthenticationService, authenticate } from "@feathersjs/authentication";
import { feathers } from "@feathersjs/feathers";
import { koa, rest } from "@feathersjs/koa";

class PostService {
  async find() { // entry: GET /posts
    return [];
  }
  async publish(data: { id: number }) { // entry: POST /posts#publish
    return data;
  }
  async hidden() {}
}

const app = koa(feathers());
app.configure(rest());
app.use("authentication", new AuthenticationService(app)); // entry: POST /authentication // entry: DELETE /authentication/:id
app.use("posts", new PostService(), { methods: ["find", "publish"] });
app.service("posts").hooks({ before: { publish: [authenticate("jwt")] } }); // guard: authentication authenticate
