export const database = "postgres://billing:«20»@db.shop.io:5432/billing"; // expect: connection-string
export const queue = "amqps://app:«20»@queue.shop.io/vhost"; // expect: connection-string
export const mongo = `mongodb+srv://shop:«16»@cluster0.a1b2c.mongodb.net/shop`; // expect: connection-string
export const server = "Server=sql.shop.io;Database=shop;User Id=app;Password=«16»;Encrypt=true"; // expect: connection-string

export const local = "postgres://postgres:postgres@localhost:5432/shop"; // silent: local development
export const compose = "redis://:redis@redis:6379"; // silent: local development
export const sample = "postgres://user:password@host:5432/database"; // silent: what documentation writes
export const built = `postgres://${process.env.DB_USER}:${process.env.DB_PASSWORD}@db.shop.io/shop`; // silent: from the environment
export const page = "https://shop.io/a:b@c"; // silent: an address

export const container = "Host=db;Port=5432;Database=shop;Username=postgres;Password=postgres"; // silent: local development
export const cache = "signals-redis:6379,password=redis"; // silent: local development
export const shownAs = "mongodb://sally:sallypass@ds099999.shop-cluster.io:27017/shop"; // silent: how it is written
export const mail = "smtps://ops@shop.io:«16»@smtp.shop.io:465"; // expect: connection-string
export const oracle = "jdbc:oracle:thin:billing/«16»@db.shop.io:1521:orcl"; // expect: connection-string
export const directory = "ldap://cn=reader,dc=shop:«16»@ldap.shop.io"; // expect: connection-string
export const warehouse = "snowflake://billing:«Qm7|9»@xy-shop/orders"; // expect: connection-string
export const written = "jdbc:oracle:thin:user/password@host:1521:orcl"; // silent: what documentation writes
export const reserved = "postgres://build:build@192.0.2.1:5432/shop"; // silent: an address for documentation
export const shown = "https://user:1111@payments.shop.io/api"; // silent: what documentation writes
export const blanked = "host=db_host port=3306 user=shop password=###### dbname=orders"; // silent: blanked out
export const ofCompany = "postgres://billing:Kx82Hq01@pg1.acme.net:5432/billing"; // expect: connection-string
export const ofSample = "postgres://billing:password@pg1.acme.net:5432/billing"; // silent: what documentation writes
export const tokenAlone = "nats://«20»@nats.shop.io:4222"; // expect: connection-string
export const userAlone = "redis://default@cache.shop.io:6379"; // silent: a user
export const inProduction = "postgres://billing:Kx82Hq01@db-prod:5432/billing"; // expect: connection-string
export const ofContainer = "postgres://billing:Kx82Hq01@db:5432/billing"; // silent: a container beside this one
export const ofExample = "postgres://billing:Kx82Hq01z@db.example.com:5432/billing"; // expect: connection-string
export const written2 = "postgres://billing:MyPassw0rd@db.example.com:5432/billing"; // silent: what documentation writes
