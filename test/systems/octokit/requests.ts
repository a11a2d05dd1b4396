import { Octokit } from "@octokit/rest";
import express from "express";

const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN });
const app = express();

app.post("/issues", async (req, res) => {
  await octokit.rest.issues.create({ owner: "o", repo: "r", title: req.body.title }); // effect: call octokit issues, call
  await octokit.request("POST /repos/{owner}/{repo}/issues", { owner: "o", repo: "r", title: "t" }); // effect: call octokit, call
  res.json(await octokit.repos.get({ owner: "o", repo: "r" })); // effect: call octokit repos, read
});
