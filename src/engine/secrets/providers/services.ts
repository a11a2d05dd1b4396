/**
 * Services that issue keys without a form of their own: 32 hexadecimal characters, a UUID.
 *
 * Only their names, in lower case without separators: a name in the code that contains one tells whose key it is.
 */

/** Names of services, as words of identifiers joined: `openWeatherMapKey` has `openweathermap`. */
export const SERVICES: ReadonlySet<string> = new Set(
  `
100ms 17track 2c2p aamarpay ably abstract abstractapi abtasty abuseipdb abyssale accuweather acrcloud
activecampaign activepieces adafruit adafruitio addressfinder adobe adobeio adobesign adyen adzuna aerodatabox
aeroworkflow africastalking afterpay aftership agentops agilitycms agora aha ahrefs ai21 aikido airbrake
airbrakeproject airbrakeuser airbyte aircall airnow airship airtable airvisual airwallex aisensy aiven akahu
akamai akeyless alchemy alconost alegra alephalpha aletheia aletheiaapi algolia algoliaadmin
alibaba alibabacloud alienvault alipay aliyun allsports alphavantage amadeus amap amazon ambee amocrm amplitude
amplitudeapi ankr anthropic anypoint anyrun anyscale apacta api2cart api2pdf apideck apiflash apifonica
apifootball apify apilayer apimatic apimetrics apitemplate apns apollo apolloio appcues appdynamics appfollow
applitools appointedd appoptics appsflyer appsignal appstoreconnect appsynergy apptivo appveyor appwrite aqicn
arbiscan arcgis arduino arize arkose artifactory artifactoryreference artsy arvancloud asaas asana ashby
assemblyai atera atlassian atlassiandatacenter atlassianstatuspage audd auspost autentique auth0 auth0management
auth0managementapi authentik authorizenet authress autodesk autoklose autopilot avalara avaza aviationstack aws
axonaut aylien ayrshare azure azureapimanagement azureapimanagementsubscription azureappconfigconnectionstring
azurebatch azurecontainerregistry azurecosmosdb azuredevops azuredirectmanagement azureentra azurefunction
azureopenai azuresas azuresearch azuresearchadmin azuresearchquery azurestorage back4app backblaze backendless
baichuan baiducloud baidumap balena balldontlie bamboohr bambora bandsintown bandwidth bannerbear baremetrics
barion basecamp baselime basescan baseten basin basiq battlenet beamer bedrock beebole beehiiv beget belvo
benzinga besnappy besttime betfair betterstack betteruptime beyondidentity bigcommerce bigdatacloud bigquery
billdesk billogram billomat billplz binance bing bingmaps birdeye bitbar bitbucket bitbucketapppassword
bitcoinaverage bitfinex bitget bitgo bitly bitmex bitpay bitrise bitrix bitrix24 bitstamp bittrex bitwarden
bkash blackduck blackforestlabs blazemeter blitapp blockcypher blockdaemon blockfrost blocknative blogger
bloomreach bluesky bluesnap blynk boldsign bombbomb bookingcom boostnote borgbase boxcom braintree
braintreepayments braintrust brandfetch braze brevo brex brightdata briteverify browserbase browserless
browserstack browseruse browshot bscscan btcpay buddyns budibase bugherd bugsnag builderio buildkite builtwith
bulbul bulksms bulksmsbd bungie bunnycdn bunnynet bunq buttercms bybit caflou calcom calendarific calendly
calendlyapi callrail calorieninja campaignmonitor campayn canadapost cannyio canva capsulecrm captaindata
carboninterface cartesia casdoor cashboard cashfree caspio cassandra ccavenue cellulant censys centralstation
centralstationcrm cerebras cerebrium certn cexio chainstack chameleon chargebee chargify chartmogul chatbot
chatfuel chatfule chatwoot checio checkly checklyhq checkmarx checkout checkoutcom checkr checkvist chilexpress
chroma cicero cielo cinetpay circleci cirium cisco civitai civo claid clarifai clashofclans clearbank clearbit
clearml clerk clevercloud clickatell clickhelp clickhouse clicksend clicksendsms clicksign clickup
clickuppersonal cliengo clientary clinchpad clippingmagic clockify clockworksms closecrm cloudconvert
cloudelements cloudflare cloudflareapi cloudflareca cloudflareglobal cloudflareglobalapi cloudflarestream
cloudimage cloudinary cloudmersive cloudpayments cloudplan cloudsight cloudsmith cloudways cloverly cloze
clustdoc clxcommunications cockroach cockroachdb coda codacy codat codeberg codeclimate codecov codefresh
codemagic codequiry cognito cognitoforms cohere coin coinapi coinbase coinbasecommerce coingate coingecko
coinlayer coinlib coinmarketcap collect2 column cometchat cometml comgate commercejs commercetools commodities
companieshouse companyhub complyadvantage composio conekta configcat confluence confluent conjur constantcontact
constructorio consul contaazul contabo contasimple contentful contentstack conversiontools convert convertapi
convertkit convier copyleaks coralogix correios couchbase couchdb countrylayer courier courtlistener covalent
coveo coveralls craftmypdf cratesio creatomate cronhub cronitor cronofy crowdin crunchbase cryptocompare
cryptomus culqi currencycloud currencyfreaks currencylayer currencyscoop currents currentsapi customerguru
customerio cuttly cyberark cybersource d4sign d7network d7networks dailyco danal dandelion daraja dareboost
dashlane dashscope databox databricks datadog datadogapi datadome dataforseo datagov datev datocms
deadmanssnitch debounce deel deepai deepgram deepinfra deepl deepseek deepsource deezer delhivery delighted
demio deno denodeploy dependencytrack deputy descope detectify detectlanguage devcycle dfuse dialpad diffbot
dify diggernaut digitalocean dinero dingtalk directus discogs discord discordbot disqus ditto dlocal dnscheck
docker dockerhub docparser docraptor documo docuseal docusign doku dolibarr doppler dotdigital dotpay dovico
dremio dronahq droneci dropbox dropboxsign dtrack duffel duitku duo duosecurity duply dwolla dynalist dynamodb
dynatrace dyspatch dyte eadonly eagleeyenetworks easebuzz easyinsight easypaisa easypost easyship eather ebanx
ebay ecobee ecostruxureit ecwid edamam edenai edgio eightxeight elastic elasticcloud elasticemail elasticsearch
electricitymaps elevenlabs emailable emailoctopus enablex endorlabs engagespot enigma enode enotas env0 envoy
envoyapi eodhd epayco equinixmetal eraser erpnext esendex esewa eskiz espay esri etherscan ethplorer etsy
euplatesc eventbrite everhour ewelink exchangerate exchangerateapi exchangerates exchangeratesapi exoscale
exotel expedia experian expo exportsdk extractor extractorapi facebook faceit faceplusplus facturama falai
faspay fast2sms fastforex fastly fastlypersonal fastspring fatsecret faunadb fawry fcm fedapay fedex feedier
feishu fetchrss fibery figma filebase fileio filestack finage financialmodelingprep findl fingerprintjs finicity
finnhub firebase fireblocks firebolt firecrawl firehydrant fireworks fireworksai fitbit fiuu fivetran fixerio
flagsmith flaticon flatio fleetbase flexport flickr flight flightapi flightaware flightlabs flightradar24
flightstats flowflu flutterwave flyio fmfw focusnfe fonepay fonoa footballdata forgejo forgerock formbucket
formcraft formio formsite formspree formstack forter fortnox fossa foursquare frameio frappe freeagent freekassa
freepik freshbooks freshchat freshdesk freshsales freshworks friendli friendlycaptcha frontegg fulcrum
fullcontact fullstory fusionauth fxmarket gaode garmin gateio gbprimepay gcore gcp gdrive geckoboard gelato
gemfury gemini gengo geoapify geocod geocode geocodify geocodio geoipifi gerencianet getaddress getblock
getemail getemails getform getgeo getgeoapi getgist getnet getresponse getsandbox getstream gettyimages
getyourguide ghasedak ghcr ghtk gigalixir giphy gitea gitguardian github githubapp gitlab gitter gladia
glassnode gmopayment gnews gocanvas gocardless godaddy goldrush goodday google googleai googlegemini googlemaps
gooten gopay gorgias gotify gptzero grafana grafanaserviceaccount grammarly graphcms graphhopper greynoise
groovehq groq growthbook gtmetrix guardian guardianapi gumroad gupshup gusto gyazo handwrytten hanko happo
happyscribe harness harvest hashicorp hashicorpvault hashicorpvaultauth hashnode hasura haveibeenpwned hcaptcha
hcti healthchecks helcim helicone helius hellosign helpcrunch helpscout henrikdev here hereapi heroku hetzner
heygen hibob hibp hightouch hiveage holded holiday holidayapi holistic homeassistant honeybadger honeycomb
hootsuite hotelbeds html2pdf htmlcsstoimage huawei huaweicloud hubspot hubspotapi hubspotcms huggingface
humanapi humanity humanloop humeai hunter hunterio huobi hybiscus hybridanalysis hygraph hyperbolic hyperbrowser
hyperdx hyperpay hypertrack hypertune iamport ibkr ibm ibmcloud ibmclouduser icepay iconfinder idenfy ideogram
iexapis iexcloud ifttt igdb iletimerkezi imagekit imagga imepay imgix impala incidentio infisical influx
influxdb infobip infura ingenico inicis inngest insightly instabot instagram instamojo instana instapaper
instatus integromat intelx intercom interseller interswitch intra42 intrinio invision invoiceocean ionic ionos
ip2location ipapi ipay88 ipaymu ipdata ipgeolocation ipify ipinfo ipinfodb ipquality ipqualityscore ipstack
iqair iterable iugu iyzico izipay jawg jazzcash jazzhr jdcloud jenkins jfrog jina jinaai jira jitsi jitsu
jotform jumio jumpcloud jupiterone juro juspay justcall kafka kagi kajabi kakao kakaopay kaleyra kamatera
kameleoon kanban kanbantool karmacrm katalon kavenegar keenio keycdn keycloak keystatic khalti khipu kickbox
kinde kkiapay klarna klaviyo klevu klingai klipfolio knapsackpro kochava koios kommo komoju kontent korapay
koyeb kraken ksyun kucoin kushki kustomer kylas lakera lambdatest lancedb langchain langfuse langsmith
languagelayer languagetool lark larksuite larksuiteapi lastfm lastpass launchdarkly leadfeeder lemlist
lemonsqueezy lemonway lendflow leonardo leonardoai lessannoyingcrm lexigram lexoffice lianlian liara
libretranslate lightrail lightstep linear linearapi linearb linemessaging linenotify linepay lingvanex linkedin
linkpreview linode liqpay litellm lithic liveagent liveblocks livechat livekit livestorm llamacloud llamaindex
lmnt loadmill lob localazy locationiq logdna loggly loginradius logrocket logtail logto logz logzio lokalise
looker looksrare loqate losant loyverse lumaai lunchmoney luno lusha m3o madkudu magento magicbell magiceden
magiclabs magnetic mailboxlayer mailchimp mailerlite mailersend mailgun mailjet mailjetbasicauth mailjetsms
mailmodo mailpace mailsac mailtrap mandrill mangopay mapbox mapmyindia mappls mapquest maptiler mariadb marketo
marketstack marqeta marqo mastodon matomo mattermost mattermostpersonal mavenlink maxmind maxmindlicense
meaningcloud mediastack meilisearch meistertask melhorenvio melipayamak melissa mem0 meraki mercadopago
merriamwebster mesibo messagebird messari meta metaapi metabase meteoblue meteomatics metricool metrilo mezmo
microsoftteams microsofttranslator midjourney midtrans milvus mindmeister minimax miro mistral mistralai mixmax
mixpanel mobilepay mockaroo moderation modulr mollie monday moneris mongo mongodb mongodbatlas monkeylearn
monnify monobank moonclerk moonpay moosend moralis motherduck moyasar mparticle mpesa mqtt mrticktock msg91
msteams mtnmomo multisafepay murf musixmatch mux myfreshworks myintervals mysql n8n nagad nango nasa
nasdaqdatalink nats naver navercloud navermap naverpay nebius neo4j neon neptuneai netatmo neteller netgsm
nethunt netlify netopia netsuite neutrino neutrinoapi neverbounce newrelic newrelicbrowser
newrelicinsightsinsert newrelicinsightsquery newreliclicense newrelicmobileapp newrelicpersonal
newrelicpersonalapi newrelicuser news newsapi newscatcher newsdata nexmo nexmoapi nexus nfeio nftport nftstorage
ngc ngrok nhost nicepay nicepayments nicereply nightfall nimble nimbuspost niubiz nmi noaa nomad nomic nordigen
northdata northflank noticeable notion nounproject novita novu nownodes nowpayments nozbe nozbeteams npm ntfy
nuget nugetapi numverify nutritionix nuvei nvapi nvidia nylas nytimes oanda octoai octokit octopusdeploy oddsapi
odnoklassniki odoo okta okteto olamaps olark ollama omdb omie omise omnisend omnivore onedesk onedrive onelogin
onepagecrm onepassword onepay onesignal oneuptime onfido onfleet oopspam open openai openaiadmin openaq opencage
opencagedata opencorporates openexchangerates opennode openpay openphone openpipe openrouter opensea opensearch
openuv openvpn openweather openweathermap opik opsgenie optimizely oracle oraclecloud orangemoney ordnancesurvey
originalityai ory overloop ovh owlbot oxforddictionaries oxylabs ozow packagecloud packagist paddle pagarme
pagerduty pagerdutyapi pagseguro pandadoc pandascore paperform papertrail paralleldots parsehub parsers parseur
parseuril particlehealth particleio partnerstack partykit pastebin paydirtapp paydunya payfast payfort paygate
paymoapp paymob paymongo paynl paynow payoneer payos paypal paypay payplug paysafe payssion paystack paytabs
paytm paytr payu payumoney pdfco pdfgeneratorapi pdflayer pdfmonkey pdfshift peachpayments pendo peopledatalabs
pepipost percy perimeterx perplexity personio pesapal pexels pganalyze pganalyzeread pgvector phind phonepe
photoroom phrase pickrr pinata pinboard pinecone pingdom pingidentity pinterest pipedream pipedrive
pivotaltracker pixabay pixelcut plaid planetscale planetscaledb planviewleankit planyo plasmic platformsh
plausible playht playmobile plisio plivo pocketbase podia podio poeditor polls pollsapi poloniex polygon
polygonio polygonscan poplar portainer portkey portmone portone portwallet positionstack postageapp postcoder
postgres postgresql postgrid posthog postman postmark postnl powrbot predibase prefect prestashop printful
printify prismic priv privateai privy prodpad productboard promptlayer propelauth prospectcrm protocolsio
proxycrawl przelewy24 pspdfkit publer pubnub pubnubpublish pubnubsubscription pulumi purestake pushbullet
pushbulletapi pusher pusherbeams pusherchannel pushover pushwoosh pushy pypi qase qdrant qiniu qiwi qovery
qstash quaderno qualaroo quandl qubole questdb quickbooks quicknode quirrel qwen rabbitmq rabobank railsr
railway railwayapp rapid rapidapi rapyd ratehawk rawg raygun razorpay reachmail readme readwise
reallysimplesystems rebrandly recaptcha rechargepayments recordedfuture recruitee recurly reddit redhat
redhatpyxis redis redislabs redshift refiner regru rekaai remita remitly removebg render rentman repairshopr
replicate replyio requestfinance resemble resembleai resend restpack restpackhtmltopdf restpackhtmltopdfapi
restpackscreenshot restpackscreenshotapi retell revai revampcrm revenuemonster revolut ringcentral riot
riotgames rippling riskified ritekit roaring robinhood robinhoodcrypto roboflow robokassa rocketchat rocketreach
rockset rollbar ronin rootly route4me routee rownd royalmail rubygems rudderstack runpod runrunit runwayml
safepay sailthru saladcloud saladcloudapi saleor salesblink salescookie salesflare salesforce salesforcerefresh
salesmate saltedge sambanova sanity satismeter satismeterproject satismeterwrite satws saucelabs savvycal
sbercloud scalapay scaleai scaleway scalingo scalr scoutapm scrapeowl scraper scraperapi scraperbox scrapestack
scrapfly scrapingant scrapingbee screenshot screenshotapi screenshotlayer screenshotmachine screenshotone
scrutinizer scrutinizerci searchspring seatgeek securitytrails segment segmentapi selectel selectpdf semaphore
semgrep semrush senangpay sendbird sendbirdorganization sendbirdorganizationapi sendcloud sendgrid sendinblue
sendowl sendpulse sendx sentry sentryorg seon sepay serpapi serper serphouse serpstack ses setlistfm sevdesk
sezzle sharepoint sheety sherpadesk ship24 shipbob shipday shipengine shippo shiprocket shipstation shodan
shopify shortcut shortio shortpixel shotstack shufti shuftipro shurjopay shutterstock sidekiq signable
signalwire signaturit signifyd signnow signoz signupgenius signwell sigopt siigo siliconflow simfin similarweb
simpleanalytics simplepay simplesat simplybook simplynoted simvoly sinch sinchmessage singlestore sipay sirv
siteleaf skrapp skrappio skribble skrill skybiometry skylight skyscanner slack smartcar smartling
smartrecruiters smartsheet smartsheets smartthings smarty smartystreets smooch smsapi smsglobal smsir smsru smtp
snapchat snipcart snovio snowflake snowtrace snyk solarwinds solarwindsobservability solscan sonarcloud
sonarqube sonatype songkick soundcloud sourcegraph sourcegraphcody spacelift sparkpost spectralops speechmatics
speechtextai splitio splitit splunk splunkobservability spoonacular sportmonks sportradar sportsdataio
sportsmonk spotify spreedly sproutsocial sqlserver squadcast squadco square squareapp squarespace squareup
sslcommerz sslmate stabilityai stackhawk stackpath stadiamaps stancer starken statsig statuscake statuspage
statuspal stitchdata stockdata storecove storj stormboard stormglass storyblok storychief strapi strava streak
streamchat stripe stripejp stripepaymentintent stripo stytch substack sugester sumologic sumsub sumup supabase
supercell supernotes supernotesapi supertokens surjopay surrealdb surveyanyplace surveybot surveymonkey
surveysparrow survicate suunto svix swell swiftype symbl synctera synthesia synthflow systran tableau tailscale
talkjs tallyfy tarabut tatum tatumio tavily tavus tawk taxcloud taxjar teachable teamcity teamgate teamtailor
teamworkcrm teamworkdesk teamworkspaces technicalanalysis technicalanalysisapi tecnospeed tefter telegram
telegrambot teletype telnyx telr tencent tencentcloud tencentmap tenderly tenjin termii terraapi terraform
terraformcloud terraformcloudpersonal tesla testingbot testrail textlocal textmagic theodds theoddsapi
thesportsdb thingsboard thinkific thirdweb thousandeyes thunderforest ticketmaster tickettailor ticktick tidb
tidio tiingo tiktok timecamp timescale timeweb timezone timezoneapi tinacms tines tinify tinkoff tinybird
tinypng tinyurl tly tmdb tmetric todoist together togetherai toggl toggltrack tokeet tomorrowio tomtom tonapi
toncenter tosspayments toyyibpay tpay traceloop trackingmore trackjs tradier trakt transak transbank
transferwise transifex transloadit travelpayouts travelport travis travisci treasuryprime trello trelloapi
triggerdev tripadvisor tripletex trongrid scw truelayer truenas trulioo trustly tumblr turbopuffer turnstile turso
tuya tvdb twelvedata twelvelabs twilio twilioapi twiliovideo twist twitch twitter twitterconsumer tyntec
typeform typefully typesense typetalk ubidots uclassify ucloud umami unifyid unionpay unitpay unleash unplugg
unsplash upcdatabase upcloud uplead uploadcare uploadthing upstage upstash uptimerobot uptrace upwave upyun
urlbox urlscan usda userbase userflow userfront userpilot userstack uservoice usps vagrantcloud
vagrantcloudpersonal validic vanceai vantiv vapi vastai vatlayer vatsense vatstack vault vbout vecteezy vellum
vendure veracode vercel veriff verimail veriphone versioneye vertexai vespa viator viber victorops vidyo
viettelpost viewneo vimeo vipps virustotal visma visualcrossing vkcloud vnpay vnptpay voiceflow voicegain
volcengine vonage vonagevideo voodoosms vouchery voyage voyageai vpn vpnapi vultr vultrapi vyte walkscore
walmart wandb wappalyzer wati wattime wayforpay weatherapi weatherbit weatherstack weaviate web3 web3auth
web3storage webex webexbot webflow weblate webscraper webscraping websitepulse wechat wechatpay wecom weibo
weightsandbiases weightsbiases wepay what3words whatsapp whitesource whoop whoxy windmill wireguard wise wistia
wit withings wompi woocommerce woosmap wordnik wordpress workday workos worksnaps workstack worldbank
worldcoinindex worldline worldpay worldweather wrike writesonic wyre xai xata xendit xero xray yandex
yandexcloud yandexmaps yapily yelp yoco yodlee yookassa yoomoney youcanbook youneedabudget yousign youtube
youtubeapi yugabyte yummly zalo zalopay zammad zapier zapsign zeabur zefix zendesk zendeskapi zenkit zenkitapi
zenrows zenscrape zenserp zenvia zephyrscale zeplin zeplo zerobounce zerotier zettle zhipu zhipuai zilliz zip
zipapi zipbooks zipcode zipcodeapi zipcodebase zitadel zoho zohobooks zohocrm zonka zonkafeedback zoom zoominfo
zulip zulipchat zuora zyte
`
    .trim()
    .split(/\s+/),
);
