// https://docs.adonisjs.com/guides/digging-deeper/mail
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "AdonisJS Mail",
  system: "smtp",
  category: "email",
  packages: ["@adonisjs/mail/services/main", "@ioc:Adonis/Addons/Mail"],
  clients: ["default", ""],
  same: ["use"],
  calls: { "send|sendLater|preview": { access: "call", operation: "send" } },
});
