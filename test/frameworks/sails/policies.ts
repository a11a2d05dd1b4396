// file: config/routes.js
module.exports.routes = { // entry: GET /csrf // entry: GET /covers/*
  'GET /': { action: 'view-home' },
  'POST /api/v1/login': 'entrance/login',
  'PUT  /user/:id': 'UserController.update',
  'get /fn': function (req, res) { return res.ok(); }, // entry: GET /fn
  '/any': { controller: 'user', action: 'show' },
  'DELETE /x': [{ policy: 'isLoggedIn' }, 'user/destroy'],
  'GET /covers/*': { fn: require('folder-server').serveFolder('covers'), skipAssets: false },
  'POST /api/v1/access-tokens/revoke-pending-token': 'entrance/login',
  'GET /csrf': { action: 'security/grant-csrf-token' },
  'r|^/\\d+/(\\w+)$|foo': 'user/show',
};
// file: config/policies.js
module.exports.policies = { '*': 'is-logged-in', 'entrance/*': true, UserController: { update: 'is-super-admin' } };
// file: api/controllers/view-home.js
module.exports = { friendlyName: 'x', exits: {}, fn: async function () { return {}; } }; // entry: GET /
// file: api/controllers/entrance/login.js
module.exports = { inputs: {}, fn: async function (inputs) { return {}; } }; // entry: POST /api/v1/login // entry: POST /api/v1/access-tokens/revoke-pending-token
// file: api/controllers/UserController.js
module.exports = { update: async function (req, res) {}, show: async (req, res) => {}, destroy: (req, res) => {} }; // entry: PUT /user/:id // entry: ALL /any // entry: DELETE /x // entry: ALL /*/:foo
// file: api/policies/is-logged-in.js
module.exports = async function (req, res, proceed) { if (req.me) return proceed(); return res.unauthorized(); };
// file: api/policies/is-super-admin.js
module.exports = async function (req, res, proceed) { if (!req.me) return res.unauthorized(); if (!req.me.isSuperAdmin) return res.forbidden(); return proceed(); };
// file: app.js
var sails = require('sails'); sails.lift();
