/**
 * Services that issue keys without a form of their own: 32 hexadecimal characters, a UUID.
 *
 * Only their names, in lower case without separators: a name in the code that contains one tells whose key it is.
 */

/** Names of services, as words of identifiers joined: `openWeatherMapKey
braintree livekit zoom zerobounce virustotal transloadit todoist taxjar statuspage splunk shipstation scaleway
quickbooks pipedrive papertrail opsgenie mollie meilisearch hetzner codecov browserless docusign coinmarketcap
backblaze twitch pushover agora logdna alphavantage bamboohr activecampaign getstream streamchat helius rawg
huaweicloud bunnycdn freshchat gorgias helpscout kustomer zendesk pusher ably sendbird talkjs onfido sumsub veriff
jumio checkr trulioo plivo telnyx bandwidth vonage sinch infobip clickatell textmagic mailjet postmark sparkpost
mailtrap customerio iterable braze wordnik giphy pexels unsplash pixabay tmdb omdb igdb lastfm musixmatch deezer
soundcloud newsapi gnews mediastack currentsapi openexchangerates polygonio alpaca tiingo iexcloud finnhub
twelvedata coingecko infura ankr tenderly thirdweb moralis etherscan polygonscan blockcypher amadeus skyscanner
tripadvisor foursquare tomtom positionstack ipstack ipinfo ipdata abstractapi clearbit hunterio fullcontact
peopledatalabs lusha zoominfo snovio neverbounce kickbox emailable docraptor pdfmonkey cloudmersive apitemplate
urlbox screenshotone screenshotmachine browserstack saucelabs lambdatest applitools rollbar bugsnag airbrake
honeybadger raygun sentry loggly logtail sumologic logzio coralogix mezmo
` has `openweathermap`. */
export const SERVICES: ReadonlySet<string> = new Set(
  `
ably octokit abstract abuseipdb abyssale accuweather adafruit adafruitio adobe adobeio adyen adzuna aeroworkflow
africastalking agora aha airbrake airbrakeproject airbrakeuser aircall airship airtable airvisual airwallex
aiven akamai alchemy alconost alegra aletheia aletheiaapi algolia algoliaadmin alibaba alibabacloud alienvault
aliyun allsports amadeus amazon ambee amplitude amplitudeapi anthropic anypoint anyscale apacta api2cart apideck
apiflash apifonica apify apilayer apimatic apimetrics apitemplate apns apollo appcues appdynamics appfollow
appointedd appoptics appsignal appsynergy apptivo appwrite artifactory artifactoryreference artsy asana
assemblyai atera atlassian atlassiandatacenter audd auth0 auth0management auth0managementapi authentik
authorizenet autodesk autoklose autopilot avaza aviationstack aws axonaut aylien ayrshare azure
azureapimanagement azureapimanagementsubscription azureappconfigconnectionstring azurebatch
azurecontainerregistry azurecosmosdb azuredevops azuredirectmanagement azureentra azurefunction azureopenai
azuresas azuresearch azuresearchadmin azuresearchquery azurestorage bandwidth bannerbear baremetrics basecamp
baselime baseten beamer bedrock beebole beehiiv belvo besnappy besttime betterstack bigcommerce bigquery
billomat binance bing bitbar bitbucket bitbucketapppassword bitcoinaverage bitfinex bitly bitmex bittrex
bitwarden blazemeter blitapp blocknative blogger bluesnap blynk bombbomb boostnote borgbase boxcom braintree
braintreepayments braintrust brandfetch braze brevo brex brightdata browserbase browserstack browshot bscscan
buddyns budibase bugherd bugsnag builderio buildkite bulbul bulksms bunnynet buttercms caflou calendarific
calendly calendlyapi callrail calorieninja campayn cannyio canva capsulecrm captaindata carboninterface cartesia
cashboard cashfree caspio cassandra censys centralstation centralstationcrm cerebras cexio chameleon chargebee
chartmogul chatbot chatfuel chatfule checio checkly checklyhq checkout checkvist chroma cicero circleci cisco
clarifai clearbit clerk clickhelp clickhouse clicksend clicksendsms clickup clickuppersonal cliengo clientary
clinchpad clockify clockworksms closecrm cloudconvert cloudelements cloudflare cloudflareapi cloudflareca
cloudflareglobal cloudflareglobalapi cloudflarestream cloudimage cloudinary cloudmersive cloudplan cloudsight
cloudsmith cloverly cloze clustdoc cockroach coda codacy codeclimate codecov codemagic codequiry cognito cohere
coin coinapi coinbase coinlayer coinlib collect2 column commercejs commodities companyhub configcat confluence
confluent consul contentful contentstack conversiontools convert convertapi convertkit convier couchbase couchdb
countrylayer courier coveo coveralls craftmypdf cratesio cronitor crowdin cryptocompare currencycloud
currencyfreaks currencylayer currencyscoop currents currentsapi customerguru customerio cybersource d7network
dailyco dandelion dareboost databox databricks datadog datadogapi datagov datocms deadmanssnitch debounce deepai
deepgram deepinfra deepseek delighted demio deno dependencytrack deputy descope detectify detectlanguage
devcycle dfuse dialpad diffbot diggernaut digitalocean directus discord discordbot disqus ditto dnscheck docker
dockerhub docparser documo docusign doppler dotdigital dovico dronahq droneci dropbox dropboxsign dtrack duffel
duo duply dwolla dynalist dynamodb dynatrace dyspatch dyte eadonly eagleeyenetworks easyinsight easypost eather
ebay ecostruxureit edamam edenai eightxeight elastic elasticemail elasticsearch elevenlabs emailoctopus enablex
endorlabs engagespot enigma envoy envoyapi eraser esendex etherscan ethplorer etsy eventbrite everhour
exchangerate exchangerateapi exchangerates exchangeratesapi expo exportsdk extractor extractorapi facebook
faceplusplus fast2sms fastforex fastly fastlypersonal fastspring fcm feedier fetchrss fibery figma fileio
filestack finage financialmodelingprep findl finicity finnhub firebase firecrawl fireworks fixerio flagsmith
flatio fleetbase flexport flickr flight flightapi flightlabs flightstats flowflu flutterwave flyio fmfw
formbucket formcraft formio formsite foursquare frameio freshbooks freshdesk freshworks frontegg fulcrum
fullstory fusionauth fxmarket gcp gdrive geckoboard gemini gengo geoapify geocod geocode geocodify geocodio
geoipifi getemail getemails getgeo getgeoapi getgist getresponse getsandbox github githubapp gitlab gitter
gladia glassnode gocanvas gocardless godaddy goodday google googlegemini googlemaps grafana
grafanaserviceaccount graphcms graphhopper groovehq groq growthbook gtmetrix guardian guardianapi gumroad
gupshup gyazo hanko happyscribe harness harvest hashicorp hashicorpvault hashicorpvaultauth hasura hcaptcha
healthchecks helcim helicone hellosign helpcrunch helpscout here hereapi heroku hetzner heygen hiveage holiday
holidayapi holistic honeybadger honeycomb html2pdf huawei hubspot hubspotapi huggingface humanity humanloop
hunter hybiscus hygraph hyperbolic hypertrack hypertune ibm ibmclouduser iconfinder ideogram iexapis iexcloud
ifttt imagekit imagga imgix impala infisical influx influxdb infobip infura inngest insightly instabot instagram
instamojo instana intercom interseller intra42 intrinio invoiceocean ionic ip2location ipapi ipgeolocation ipify
ipinfo ipinfodb ipquality ipqualityscore ipstack iterable iyzico jenkins jfrog jina jira jitsu jotform jumpcloud
jupiterone juro juspay justcall kafka kaleyra kanban kanbantool karmacrm keenio keycloak keystatic kickbox kinde
klarna klaviyo klipfolio knapsackpro kontent kraken kucoin kylas lambdatest lancedb langfuse langsmith
languagelayer lark larksuite larksuiteapi lastpass launchdarkly leadfeeder lemlist lemonsqueezy lendflow
leonardo lessannoyingcrm lexigram lightstep linear linearapi linemessaging linenotify linkedin linkpreview
linode litellm liveagent livekit livestorm loadmill lob locationiq loggly loginradius logrocket logtail logto
logz logzio lokalise looker loyverse lunchmoney luno m3o madkudu magento magicbell magnetic mailboxlayer
mailchimp mailerlite mailersend mailgun mailjet mailjetbasicauth mailjetsms mailmodo mailsac mailtrap mandrill
mapbox mapquest mariadb marketo marketstack marqo mattermost mattermostpersonal mavenlink maxmind maxmindlicense
meaningcloud mediastack meilisearch meistertask meraki mercadopago mesibo messagebird meta metaapi metabase
metrilo microsoftteams midjourney midtrans milvus mindmeister miro mistral mistralai mixmax mixpanel mockaroo
moderation mollie monday moneris mongo mongodb monkeylearn moonclerk moosend moralis mqtt mrticktock msg91
msteams murf mux myfreshworks myintervals mysql n8n nasdaqdatalink nats neo4j neon nethunt netlify netsuite
neutrino neutrinoapi newrelic newrelicbrowser newrelicinsightsinsert newrelicinsightsquery newreliclicense
newrelicmobileapp newrelicpersonal newrelicpersonalapi newrelicuser news newsapi newscatcher nexmo nexmoapi
nexus nftport ngc ngrok nicereply nightfall nimble nmi nomad nomic nordigen noticeable notion novita novu nozbe
nozbeteams npm nuget nugetapi numverify nutritionix nvapi nylas nytimes oanda octoai octopusdeploy okta omnisend
onedesk onedrive onelogin onepagecrm onepassword onesignal onfleet oopspam open openai openaiadmin opencagedata
openphone openrouter opensearch openuv openvpn openweather openweathermap opsgenie optimizely oracle ory
overloop ovh owlbot oxylabs packagecloud pagarme pagerduty pagerdutyapi pandadoc pandascore paperform papertrail
paralleldots parsehub parsers parseur parseuril particleio partnerstack pastebin paydirtapp paymoapp paymongo
payoneer paypal paystack paytm payu pdflayer pdfshift pendo peopledatalabs pepipost percy perplexity pganalyze
pganalyzeread pgvector phonepe photoroom phrase pinata pinecone pinterest pipedream pipedrive pivotaltracker
pixabay plaid planetscale planetscaledb planviewleankit planyo plasmic playht plivo podio polls pollsapi
poloniex polygon portainer portkey positionstack postageapp postgres postgresql posthog postman postmark powrbot
prefect prismic priv privateai prodpad productboard promptlayer propelauth prospectcrm protocolsio proxycrawl
pubnub pubnubpublish pubnubsubscription pulumi purestake pushbullet pushbulletapi pusher pusherchannel pypi qase
qdrant qualaroo qubole quickbooks quicknode quirrel rabbitmq railway railwayapp rapid rapidapi rapyd rawg raygun
razorpay reachmail readme reallysimplesystems rebrandly recaptcha rechargepayments recurly reddit redhat
redhatpyxis redis redshift refiner remitly render rentman repairshopr replicate replyio requestfinance resemble
resend restpack restpackhtmltopdf restpackhtmltopdfapi restpackscreenshot restpackscreenshotapi retell revampcrm
ringcentral ritekit roaring robinhood robinhoodcrypto rocketreach rockset rollbar ronin rootly route4me rownd
rubygems rudderstack runpod runrunit saladcloud saladcloudapi salesblink salescookie salesflare salesforce
salesforcerefresh salesmate sambanova sanity satismeter satismeterproject satismeterwrite saucelabs scaleway
scalr scoutapm scrapeowl scraper scraperapi scraperbox scrapestack scrapfly scrapingant scrapingbee screenshot
screenshotapi screenshotlayer scrutinizer scrutinizerci securitytrails segment segmentapi selectpdf semaphore
sendbird sendbirdorganization sendbirdorganizationapi sendgrid sendinblue sendpulse sendx sentry sentryorg
serpapi serper serphouse serpstack ses sharepoint sheety sherpadesk shipday shippo shodan shopify shortcut
shotstack shutterstock sidekiq signable signalwire signaturit signoz signupgenius sigopt simfin simplesat
simplynoted simvoly sinch sinchmessage singlestore sirv siteleaf skrapp skrappio skybiometry skylight slack
smartsheets smartystreets smooch smsglobal smtp snapchat snipcart snowflake snyk solarwinds
solarwindsobservability sonarcloud sonarqube sourcegraph sourcegraphcody sparkpost spectralops speechmatics
speechtextai splitio splunk splunkobservability spoonacular sportsmonk spotify spreedly sqlserver square
squareapp squarespace squareup sslmate stackhawk statsig statuscake statuspage statuspal stitchdata stockdata
storecove stormboard stormglass storyblok storychief strapi strava streak stripe stripepaymentintent stripo
stytch substack sugester sumologic sumup supabase supernotes supernotesapi supertokens surrealdb surveyanyplace
surveybot surveymonkey surveysparrow survicate svix swell swiftype synthesia synthflow tableau tailscale tallyfy
tatumio tavily tavus taxjar teamcity teamgate teamworkcrm teamworkdesk teamworkspaces technicalanalysis
technicalanalysisapi tefter telegram telegrambot teletype telnyx tencent termii terraform terraformcloud
terraformcloudpersonal testingbot textlocal textmagic theodds theoddsapi thingsboard thinkific thousandeyes
ticketmaster tickettailor tidb tiingo tiktok timecamp timescale timezone timezoneapi tinacms tines tly tmetric
todoist together toggl toggltrack tokeet tomorrowio tomtom tradier transferwise transloadit travelpayouts travis
travisci trello trelloapi truelayer truenas turbopuffer turnstile turso twelvedata twilio twilioapi twist twitch
twitter twitterconsumer tyntec typeform typesense typetalk ubidots uclassify unifyid unleash unplugg unsplash
upcdatabase uplead uploadcare uploadthing upstash uptimerobot upwave urlscan userflow userpilot userstack
vagrantcloud vagrantcloudpersonal vantiv vapi vatlayer vault vbout vellum vercel verimail veriphone versioneye
vertexai vespa vidyo viewneo vimeo virustotal visualcrossing voiceflow voicegain vonage voodoosms vouchery
voyage vpn vpnapi vultr vultrapi vyte walkscore walmart wandb weatherapi weatherbit weatherstack weaviate web3
web3storage webex webexbot webflow webscraper webscraping websitepulse weightsandbiases weightsbiases wepay whatsapp whoxy
windmill wireguard wise wistia wit woocommerce wordpress workos worksnaps workstack worldcoinindex worldpay
worldweather wrike xai xata xendit xero yandex yapily yelp youneedabudget yousign youtube youtubeapi zapier
zendesk zendeskapi zenkit zenkitapi zenrows zenscrape zenserp zeplin zeplo zerobounce zerotier zilliz zip zipapi
zipbooks zipcode zipcodeapi zipcodebase zitadel zoho zohocrm zonka zonkafeedback zoom zulipchat zyte
`
    .trim()
    .split(/\s+/),
);
