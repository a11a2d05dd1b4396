// A service with a hundred routes keeps them in one table: it is gone through all the same.
import express from "express";

function getRoutes() {
  const routes = {};
  routes["get /decks/1"] = { open: true, run: (req, res) => res.json(1) }; // entry: GET /decks/1
  routes["get /decks/2"] = { open: false, run: (req, res) => res.json(2) }; // entry: GET /decks/2
  routes["get /decks/3"] = { open: false, run: (req, res) => res.json(3) }; // entry: GET /decks/3
  routes["get /decks/4"] = { open: false, run: (req, res) => res.json(4) }; // entry: GET /decks/4
  routes["get /decks/5"] = { open: false, run: (req, res) => res.json(5) }; // entry: GET /decks/5
  routes["get /decks/6"] = { open: false, run: (req, res) => res.json(6) }; // entry: GET /decks/6
  routes["get /decks/7"] = { open: false, run: (req, res) => res.json(7) }; // entry: GET /decks/7
  routes["get /decks/8"] = { open: false, run: (req, res) => res.json(8) }; // entry: GET /decks/8
  routes["get /decks/9"] = { open: false, run: (req, res) => res.json(9) }; // entry: GET /decks/9
  routes["get /decks/10"] = { open: false, run: (req, res) => res.json(10) }; // entry: GET /decks/10
  routes["get /decks/11"] = { open: false, run: (req, res) => res.json(11) }; // entry: GET /decks/11
  routes["get /decks/12"] = { open: false, run: (req, res) => res.json(12) }; // entry: GET /decks/12
  routes["get /decks/13"] = { open: false, run: (req, res) => res.json(13) }; // entry: GET /decks/13
  routes["get /decks/14"] = { open: false, run: (req, res) => res.json(14) }; // entry: GET /decks/14
  routes["get /decks/15"] = { open: false, run: (req, res) => res.json(15) }; // entry: GET /decks/15
  routes["get /decks/16"] = { open: false, run: (req, res) => res.json(16) }; // entry: GET /decks/16
  routes["get /decks/17"] = { open: false, run: (req, res) => res.json(17) }; // entry: GET /decks/17
  routes["get /decks/18"] = { open: false, run: (req, res) => res.json(18) }; // entry: GET /decks/18
  routes["get /decks/19"] = { open: false, run: (req, res) => res.json(19) }; // entry: GET /decks/19
  routes["get /decks/20"] = { open: false, run: (req, res) => res.json(20) }; // entry: GET /decks/20
  routes["get /decks/21"] = { open: false, run: (req, res) => res.json(21) }; // entry: GET /decks/21
  routes["get /decks/22"] = { open: false, run: (req, res) => res.json(22) }; // entry: GET /decks/22
  routes["get /decks/23"] = { open: false, run: (req, res) => res.json(23) }; // entry: GET /decks/23
  routes["get /decks/24"] = { open: false, run: (req, res) => res.json(24) }; // entry: GET /decks/24
  routes["get /decks/25"] = { open: false, run: (req, res) => res.json(25) }; // entry: GET /decks/25
  routes["get /decks/26"] = { open: false, run: (req, res) => res.json(26) }; // entry: GET /decks/26
  routes["get /decks/27"] = { open: false, run: (req, res) => res.json(27) }; // entry: GET /decks/27
  routes["get /decks/28"] = { open: false, run: (req, res) => res.json(28) }; // entry: GET /decks/28
  routes["get /decks/29"] = { open: false, run: (req, res) => res.json(29) }; // entry: GET /decks/29
  routes["get /decks/30"] = { open: false, run: (req, res) => res.json(30) }; // entry: GET /decks/30
  routes["get /decks/31"] = { open: false, run: (req, res) => res.json(31) }; // entry: GET /decks/31
  routes["get /decks/32"] = { open: false, run: (req, res) => res.json(32) }; // entry: GET /decks/32
  routes["get /decks/33"] = { open: false, run: (req, res) => res.json(33) }; // entry: GET /decks/33
  routes["get /decks/34"] = { open: false, run: (req, res) => res.json(34) }; // entry: GET /decks/34
  routes["get /decks/35"] = { open: false, run: (req, res) => res.json(35) }; // entry: GET /decks/35
  routes["get /decks/36"] = { open: false, run: (req, res) => res.json(36) }; // entry: GET /decks/36
  routes["get /decks/37"] = { open: false, run: (req, res) => res.json(37) }; // entry: GET /decks/37
  routes["get /decks/38"] = { open: false, run: (req, res) => res.json(38) }; // entry: GET /decks/38
  routes["get /decks/39"] = { open: false, run: (req, res) => res.json(39) }; // entry: GET /decks/39
  routes["get /decks/40"] = { open: false, run: (req, res) => res.json(40) }; // entry: GET /decks/40
  routes["get /decks/41"] = { open: false, run: (req, res) => res.json(41) }; // entry: GET /decks/41
  routes["get /decks/42"] = { open: false, run: (req, res) => res.json(42) }; // entry: GET /decks/42
  routes["get /decks/43"] = { open: false, run: (req, res) => res.json(43) }; // entry: GET /decks/43
  routes["get /decks/44"] = { open: false, run: (req, res) => res.json(44) }; // entry: GET /decks/44
  routes["get /decks/45"] = { open: false, run: (req, res) => res.json(45) }; // entry: GET /decks/45
  routes["get /decks/46"] = { open: false, run: (req, res) => res.json(46) }; // entry: GET /decks/46
  routes["get /decks/47"] = { open: false, run: (req, res) => res.json(47) }; // entry: GET /decks/47
  routes["get /decks/48"] = { open: false, run: (req, res) => res.json(48) }; // entry: GET /decks/48
  routes["get /decks/49"] = { open: false, run: (req, res) => res.json(49) }; // entry: GET /decks/49
  routes["get /decks/50"] = { open: false, run: (req, res) => res.json(50) }; // entry: GET /decks/50
  routes["get /decks/51"] = { open: false, run: (req, res) => res.json(51) }; // entry: GET /decks/51
  routes["get /decks/52"] = { open: false, run: (req, res) => res.json(52) }; // entry: GET /decks/52
  routes["get /decks/53"] = { open: false, run: (req, res) => res.json(53) }; // entry: GET /decks/53
  routes["get /decks/54"] = { open: false, run: (req, res) => res.json(54) }; // entry: GET /decks/54
  routes["get /decks/55"] = { open: false, run: (req, res) => res.json(55) }; // entry: GET /decks/55
  routes["get /decks/56"] = { open: false, run: (req, res) => res.json(56) }; // entry: GET /decks/56
  routes["get /decks/57"] = { open: false, run: (req, res) => res.json(57) }; // entry: GET /decks/57
  routes["get /decks/58"] = { open: false, run: (req, res) => res.json(58) }; // entry: GET /decks/58
  routes["get /decks/59"] = { open: false, run: (req, res) => res.json(59) }; // entry: GET /decks/59
  routes["get /decks/60"] = { open: false, run: (req, res) => res.json(60) }; // entry: GET /decks/60
  routes["get /decks/61"] = { open: false, run: (req, res) => res.json(61) }; // entry: GET /decks/61
  routes["get /decks/62"] = { open: false, run: (req, res) => res.json(62) }; // entry: GET /decks/62
  routes["get /decks/63"] = { open: false, run: (req, res) => res.json(63) }; // entry: GET /decks/63
  routes["get /decks/64"] = { open: false, run: (req, res) => res.json(64) }; // entry: GET /decks/64
  routes["get /decks/65"] = { open: false, run: (req, res) => res.json(65) }; // entry: GET /decks/65
  routes["get /decks/66"] = { open: false, run: (req, res) => res.json(66) }; // entry: GET /decks/66
  routes["get /decks/67"] = { open: false, run: (req, res) => res.json(67) }; // entry: GET /decks/67
  routes["get /decks/68"] = { open: false, run: (req, res) => res.json(68) }; // entry: GET /decks/68
  routes["get /decks/69"] = { open: false, run: (req, res) => res.json(69) }; // entry: GET /decks/69
  routes["get /decks/70"] = { open: false, run: (req, res) => res.json(70) }; // entry: GET /decks/70
  routes["get /decks/71"] = { open: false, run: (req, res) => res.json(71) }; // entry: GET /decks/71
  routes["get /decks/72"] = { open: false, run: (req, res) => res.json(72) }; // entry: GET /decks/72
  routes["get /decks/73"] = { open: false, run: (req, res) => res.json(73) }; // entry: GET /decks/73
  routes["get /decks/74"] = { open: false, run: (req, res) => res.json(74) }; // entry: GET /decks/74
  routes["get /decks/75"] = { open: false, run: (req, res) => res.json(75) }; // entry: GET /decks/75
  routes["get /decks/76"] = { open: false, run: (req, res) => res.json(76) }; // entry: GET /decks/76
  routes["get /decks/77"] = { open: false, run: (req, res) => res.json(77) }; // entry: GET /decks/77
  routes["get /decks/78"] = { open: false, run: (req, res) => res.json(78) }; // entry: GET /decks/78
  routes["get /decks/79"] = { open: false, run: (req, res) => res.json(79) }; // entry: GET /decks/79
  routes["get /decks/80"] = { open: false, run: (req, res) => res.json(80) }; // entry: GET /decks/80
  routes["get /decks/81"] = { open: false, run: (req, res) => res.json(81) }; // entry: GET /decks/81
  routes["get /decks/82"] = { open: false, run: (req, res) => res.json(82) }; // entry: GET /decks/82
  routes["get /decks/83"] = { open: false, run: (req, res) => res.json(83) }; // entry: GET /decks/83
  routes["get /decks/84"] = { open: false, run: (req, res) => res.json(84) }; // entry: GET /decks/84
  routes["get /decks/85"] = { open: false, run: (req, res) => res.json(85) }; // entry: GET /decks/85
  routes["get /decks/86"] = { open: false, run: (req, res) => res.json(86) }; // entry: GET /decks/86
  routes["get /decks/87"] = { open: false, run: (req, res) => res.json(87) }; // entry: GET /decks/87
  routes["get /decks/88"] = { open: false, run: (req, res) => res.json(88) }; // entry: GET /decks/88
  routes["get /decks/89"] = { open: false, run: (req, res) => res.json(89) }; // entry: GET /decks/89
  routes["get /decks/90"] = { open: false, run: (req, res) => res.json(90) }; // entry: GET /decks/90
  routes["get /decks/91"] = { open: false, run: (req, res) => res.json(91) }; // entry: GET /decks/91
  routes["get /decks/92"] = { open: false, run: (req, res) => res.json(92) }; // entry: GET /decks/92
  routes["get /decks/93"] = { open: false, run: (req, res) => res.json(93) }; // entry: GET /decks/93
  routes["get /decks/94"] = { open: false, run: (req, res) => res.json(94) }; // entry: GET /decks/94
  routes["get /decks/95"] = { open: false, run: (req, res) => res.json(95) }; // entry: GET /decks/95
  routes["get /decks/96"] = { open: false, run: (req, res) => res.json(96) }; // entry: GET /decks/96
  routes["get /decks/97"] = { open: false, run: (req, res) => res.json(97) }; // entry: GET /decks/97
  routes["get /decks/98"] = { open: false, run: (req, res) => res.json(98) }; // entry: GET /decks/98
  routes["get /decks/99"] = { open: false, run: (req, res) => res.json(99) }; // entry: GET /decks/99
  routes["get /decks/100"] = { open: false, run: (req, res) => res.json(100) }; // entry: GET /decks/100
  return routes;
}

const app = express();
const routes = getRoutes();
Object.keys(routes).forEach((key) => {
  const [method, path] = key.split(" ");
  const chain = [];
  if (!routes[key].open) chain.push(signedIn);
  chain.push(routes[key].run);
  app[method](path, ...chain);
});

function signedIn(req, res, next) {
  if (!req.session.user) return res.status(401).end();
  next();
}

// silent: whatever a hundred words are, they are no addresses
const words = { word0: 0, word1: 1, word2: 2, word3: 3, word4: 4, word5: 5, word6: 6, word7: 7, word8: 8, word9: 9, word10: 10, word11: 11, word12: 12, word13: 13, word14: 14, word15: 15, word16: 16, word17: 17, word18: 18, word19: 19, word20: 20, word21: 21, word22: 22, word23: 23, word24: 24, word25: 25, word26: 26, word27: 27, word28: 28, word29: 29, word30: 30, word31: 31, word32: 32, word33: 33, word34: 34, word35: 35, word36: 36, word37: 37, word38: 38, word39: 39, word40: 40, word41: 41, word42: 42, word43: 43, word44: 44, word45: 45, word46: 46, word47: 47, word48: 48, word49: 49, word50: 50, word51: 51, word52: 52, word53: 53, word54: 54, word55: 55, word56: 56, word57: 57, word58: 58, word59: 59, word60: 60, word61: 61, word62: 62, word63: 63, word64: 64, word65: 65, word66: 66, word67: 67, word68: 68, word69: 69, word70: 70, word71: 71, word72: 72, word73: 73, word74: 74, word75: 75, word76: 76, word77: 77, word78: 78, word79: 79, word80: 80, word81: 81, word82: 82, word83: 83, word84: 84, word85: 85, word86: 86, word87: 87, word88: 88, word89: 89, word90: 90, word91: 91, word92: 92, word93: 93, word94: 94, word95: 95, word96: 96, word97: 97, word98: 98, word99: 99 };
Object.keys(words).forEach((word) => console.info(word));
app.listen(3000);
