// https://github.com/googleapis/google-api-nodejs-client · https://developers.google.com/workspace/calendar/api/v3/reference/events/insert
// https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/append · https://theoephraim.github.io/node-google-spreadsheet
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Google Workspace",
  category: "externalApi",
  packages: [
    "googleapis",
    "@googleapis/gmail",
    "@googleapis/calendar",
    "@googleapis/sheets",
    "@googleapis/drive",
    "google-spreadsheet",
  ],
  clients: [
    "google.gmail()",
    "google.calendar()",
    "google.sheets()",
    "google.drive()",
    "gmail()",
    "calendar()",
    "sheets()",
    "drive()",
    "youtube()",
    "google.youtube()",
    "new GoogleSpreadsheet()",
  ],
  calls: {
    "users.messages|drafts.send": { access: "call", operation: "send", category: "email", data: "$0.requestBody" },
    // An event that brings its own id is refused the second time.
    "events.insert|quickAdd|import": {
      access: "write",
      operation: "insert",
      target: "=calendar events",
      data: "$0.requestBody|$0.resource",
      key: "$0.requestBody.id|$0.resource.id",
    },
    "events.update|patch|move": { access: "write", operation: "set", target: "=calendar events", where: "$0.eventId" },
    "events.delete": { access: "write", operation: "delete", target: "=calendar events", where: "$0.eventId" },
    "spreadsheets.values.append": {
      access: "write",
      operation: "append",
      target: "=sheet",
      data: "$0.requestBody|$0.resource",
    },
    "spreadsheets.values.update|batchUpdate|clear": { access: "write", operation: "set", target: "=sheet" },
    "**.addRow|addRows": { access: "write", operation: "append", target: "=sheet", data: "$0" },
    "files.create|copy": { access: "write", operation: "insert", target: "=files", data: "$0.requestBody" },
    "videos.insert": { access: "write", operation: "insert", target: "=videos", data: "$0.requestBody" },
    "files.update": { access: "write", operation: "set", target: "=files", where: "$0.fileId" },
    "files.delete": { access: "write", operation: "delete", target: "=files", where: "$0.fileId" },
    "permissions.create": { access: "write", operation: "set", target: "=permissions" },
    "**.get|list|batchGet|instances|freebusy|query|getRows|loadInfo|loadCells": { access: "read" },
  },
});
