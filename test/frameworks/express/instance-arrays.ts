// file: app.js
import express from 'express';
import { UsersRouter, ThingsRouter } from './routers.js';
import { PromiseRouter } from './promise-router.js';
const api = express();
const routers = [new UsersRouter(), new ThingsRouter()];
const routes = routers.reduce((memo, router) => memo.concat(router.routes), []);
const appRouter = new PromiseRouter(routes, 'id');
api.use('/1', appRouter.expressRouter());
// file: promise-router.js
import express from 'express';
export class PromiseRouter {
  constructor(routes = [], appId) { this.routes = routes; this.appId = appId; this.mountRoutes(); }
  mountRoutes() {}
  merge(router) { for (var route of router.routes) { this.routes.push(route); } }
  route(method, path, ...handlers) {
    switch (method) { case 'POST': case 'GET': case 'PUT': case 'DELETE': break; default: throw 'cannot route'; }
    let handler = handlers[0];
    if (handlers.length > 1) { handler = function (req) { return handlers.reduce((promise, h) => promise.then(() => h(req)), Promise.resolve()); }; }
    this.routes.push({ path, method, handler });
  }
  mountOnto(expressApp) {
    this.routes.forEach(route => { const method = route.method.toLowerCase(); const handler = wrap(this.appId, route.handler); expressApp[method].call(expressApp, route.path, handler); });
    return expressApp;
  }
  expressRouter() { return this.mountOnto(express.Router()); }
}
function wrap(id, h) { return (req, res, next) => h(req).then(r => res.json(r), next); }
// file: routers.js
import { PromiseRouter } from './promise-router.js';
export class ThingsRouter extends PromiseRouter {
  mountRoutes() {
    this.route('GET', '/things', req => Promise.resolve({})); // entry: GET /1/things
    this.route('DELETE', '/things/:id', allow, req => this.handleDelete(req)); // entry: DELETE /1/things/:id
  }
  handleDelete(req) { return Promise.resolve({}); }
}
export class UsersRouter extends ThingsRouter {
  mountRoutes() { this.route('POST', '/users', req => Promise.resolve(req.body)); } // entry: POST /1/users
}
function allow(req) { return Promise.resolve(); }
