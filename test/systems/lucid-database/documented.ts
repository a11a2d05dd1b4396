// https://lucid.adonisjs.com/docs/select-query-builder
import router from "@adonisjs/core/services/router";
import db from "@adonisjs/lucid/services/db";

router.get("/boats", async () => db.from("boats").where("moored", true)); // effect: read database boats, read
router.post("/boats", async ({ request }) => {
  await db.table("boats").insert({ name: request.input("name") }); // effect: write database boats, insert
});
router.delete("/boats/:id", async ({ params }) => {
  await db.transaction(async (trx) => {
    await trx.from("boats").where("id", params.id).delete(); // effect: write database boats, delete
    await trx.rawQuery("update berths set boat_id = null where boat_id = ?", [params.id]); // effect: write database berths, set
  });
});
