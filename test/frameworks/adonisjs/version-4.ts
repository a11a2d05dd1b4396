// The container gives everything by name, and kernel.js says what stands behind the names of middleware.
// file: package.json
{ "name": "clinic", "dependencies": { "@adonisjs/framework": "^5.0.9", "@adonisjs/lucid": "^6.1.3", "@adonisjs/auth": "^3.0.7" } }
// file: start/kernel.js
const Server = use("Server");
Server.registerNamed({ auth: "Adonis/Middleware/Auth", is: "Adonis/Acl/Is", own: "App/Middleware/Own" });
// file: start/routes.js
const Route = use("Route");
const check = use("App/Middleware/Index")();

Route.post("/users", "UserController.store"); // entry: POST /users
Route.group("signed in", () => {
  Route.get("/visits/:id", "Clinic/VisitController.show"); // entry: GET /v1/visits/:id
  // entry: DELETE /v1/rooms/:id
  Route.resource("rooms", "RoomController") // entry: POST /v1/rooms
    .apiOnly()
    .validator(new Map([[["rooms.store"], ["Room"]]])) // guard: validation validator
    .middleware("is:chief"); // guard: role is
})
  .prefix("v1")
  .middleware(["auth"]); // guard: authentication auth
Route.delete("/notes/:id", "NoteController.drop").middleware(check.token); // entry: DELETE /notes/:id
Route.put("/notes/:id", "NoteController.change").middleware("own"); // entry: PUT /notes/:id
Route.delete("/drafts/:id", "NoteController.draft"); // entry: DELETE /drafts/:id
// file: app/Middleware/Index.js
module.exports = () => ({
  token: ({ request, response }, next) => {
    if (request.header("x-token") !== process.env.TOKEN) return response.status(401).send({}); // guard: authentication token
    return next();
  },
});
// file: app/Middleware/Own.js
class Own {
  async handle({ auth, response }, next) {
    const user = await auth.getUser(); // guard: authentication own
    if (!user) return response.status(401).send({});
    await next();
  }
}
module.exports = Own;
// file: app/Models/User.js
const Model = use("Model");
class User extends Model {}
module.exports = User;
// file: app/Models/Visit.js
const Model = use("Adonis/Src/Model");
class Visit extends Model {}
module.exports = Visit;
// file: app/Models/Note.js
class Note extends use("Model") {}
module.exports = Note;
// file: app/Controllers/Http/UserController.js
const User = use("App/Models/User");
class UserController {
  async store({ request }) {
    const { mail, password } = request.only(["mail", "password"]);
    return User.create({ mail, password }); // effect: write database users, insert, unsafe
  }
}
module.exports = UserController;
// file: app/Controllers/Http/Clinic/VisitController.js
const Visit = use("App/Models/Visit");
class VisitController {
  async show({ params, auth }) {
    return Visit.query().where("id", params.id).where("user_id", auth.user.id).fetch(); // effect: read database visits
  }
}
module.exports = VisitController;
// file: app/Controllers/Http/RoomController.js
const Database = use("Database");
class RoomController {
  async store({ request }) {
    return Database.table("rooms").insert({ name: request.input("name") }); // effect: write database rooms, insert, unsafe
  }
  async destroy({ params }) {
    return Database.table("rooms").where("id", params.id).delete(); // effect: write database rooms, delete, safe
  }
}
module.exports = RoomController;
// file: app/Controllers/Http/NoteController.js
const Note = use("App/Models/Note");
class NoteController {
  async drop({ params }) {
    await Note.query().where("id", params.id).delete(); // effect: write database notes, delete, safe
  }
  async change({ params, auth, request }) {
    await Note.query().where("id", params.id).where("user_id", auth.user.id).update({ text: request.input("text") }); // effect: write database notes, set, safe
  }
  async draft({ params }) {
    await Note.query().where("id", params.id).delete(); // effect: write database notes, delete, safe
  }
}
module.exports = NoteController;
// file: database/migrations/1_users.js
const Schema = use("Schema");
class UserSchema extends Schema {
  up() {
    this.create("users", (table) => {
      table.increments();
      table.string("mail");
      table.string("password");
    });
  }
}
module.exports = UserSchema;
