const express = require("express");
const stripe = require("stripe")(process.env.STRIPE_KEY);

const router = express.Router();

router.post("/charge", async (req, res) => {
  await stripe.charges.create({ amount: req.body.amount }); // effect: write stripe charges, charge
  res.end();
});

module.exports = router;
