// file: app.ts
import express, { Router } from 'express';
abstract class Base { public router: Router; constructor(protected path: string, r: Router) { this.router = r; } }
class Items extends Base { constructor() { super('/items', Router()); this.init(); } init() { this.router.get(this.path, (q, s) => { s.end(); }); this.router.get(this.path + '/:id', this.one); } one = (q: any, s: any) => s.end(); } // entry: GET /api/items // entry: GET /api/items/:id
const app = express();
app.use('/api', new Items().router);
