// In version 4 of AdonisJS the container gives everything by name.
// file: package.json
{ "name": "clinic", "dependencies": { "@adonisjs/framework": "^5.0.9", "@adonisjs/lucid": "^6.1.3", "@adonisjs/auth": "^3.0.7" } }
// file: start/kernel.js
use("Server").registerNamed({ auth: "Adonis/Middleware/Auth" });
// file: start/routes.js
const Route = use("Route");
Route.post("/users", "UserController.store");
Route.delete("/notes/:id", "NoteController.drop").middleware("auth");
Route.delete("/drafts/:id", "NoteController.draft");
// file: app/Models/User.js
const Model = use("Model");
class User extends Model {}
module.exports = User;
// file: app/Models/Note.js
const Model = use("Model");
class Note extends Model {}
module.exports = Note;
// file: app/Controllers/Http/UserController.js
const User = use("App/Models/User");
class UserController {
  async store({ request }) { // silent: somebody signs up
    return User.create(request.only(["mail", "password"]));
  }
}
module.exports = UserController;
// file: app/Controllers/Http/NoteController.js
const Note = use("App/Models/Note");
class NoteController {
  async drop({ params }) { // silent: the middleware asks
    await Note.query().where("id", params.id).delete();
  }

  async draft({ params }) { // expect: missing-authentication
    await Note.query().where("id", params.id).delete();
  }
}
module.exports = NoteController;
// file: database/migrations/1_users.js
const Schema = use("Schema");
class UserSchema extends Schema {
  up() {
    this.create("users", (table) => {
      table.increments();
      table.string("password");
    });
  }
}
module.exports = UserSchema;
