// https://docs.adonisjs.com/guides/database/redis
import redis from "@adonisjs/redis/services/main";
import router from "@adonisjs/core/services/router";

router.get("/tide", async () => redis.get("tide")); // effect: read redis tide, read
router.put("/tide", async ({ request }) => {
  await redis.connection("cache").set("tide", request.input("level")); // effect: write redis tide, set
});
