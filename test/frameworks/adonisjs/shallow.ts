// file: app/controllers/comments_controller.ts
export default class CommentsController {
  index() {}
  store() {}
  destroy() {}
}

// file: start/routes.ts
import router from "@adonisjs/core/services/router";
const CommentsController = () => import("../app/controllers/comments_controller.js");

router.shallowResource("posts.comments", CommentsController).except(["show"]); // entry: GET /posts/:post_id/comments // entry: POST /posts/:post_id/comments // entry: DELETE /comments/:id
