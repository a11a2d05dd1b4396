// https://docs.adonisjs.com/guides/digging-deeper/drive
import drive from "@adonisjs/drive/services/main";
import router from "@adonisjs/core/services/router";

router.get("/charts", async () => drive.use("s3").get("charts/bay.png")); // effect: read adonis-drive charts/bay.png, read
router.delete("/charts", async () => {
  await drive.use().delete("charts/bay.png"); // effect: write adonis-drive charts/bay.png, delete
});
