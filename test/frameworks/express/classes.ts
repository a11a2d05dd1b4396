// file: src/app.ts
import express, { Application, Router, Request, Response } from 'express';
import { UserRoutes } from './user.routes';
class App {
  public app: Application;
  constructor(controllers: any[]) {
    this.app = express();
    this.initControllers(controllers);
    this.config();
  }
  private config(): void { new UserRoutes(this.app).register(); }
  private initControllers(cs: any[]) { cs.forEach((c) => { this.app.use('/api', c.router); }); }
  listen() { this.app.listen(3); }
}
class PostController {
  public path = '/posts';
  public router = express.Router();
  constructor() { this.initializeRoutes(); }
  public initializeRoutes() {
    this.router.get(this.path, this.getAll); // entry: GET /api/posts
    this.router.post(`${this.path}/:id`, this.create.bind(this)); // entry: POST /api/posts/:id
  }
  getAll = (req: Request, res: Response) => { res.send([]); };
  create(req: Request, res: Response) { res.send(1); }
}
const app = new App([new PostController()]);
app.listen();
// file: src/user.routes.ts
import { Application, Router } from 'express';
export class UserRoutes {
  constructor(private app: Application) {}
  register() {
    this.app.route('/users').get((req, res) => { res.send(); }).post((req, res) => { res.send(); }); // entry: GET /users // entry: POST /users
    const r = Router();
    r.get('/me', (req, res) => { res.send(); }); // entry: GET /acct/me
    this.app.use('/acct', r);
  }
}
