/**
 * Services that issue keys without a form of their own: 32 hexadecimal characters, a UUID.
 *
 * Only their names, in lower case without separators: a name in the code that contains one tells whose key it is.
 */

/** Names of services, as words of identifiers joined: `openWeatherMapKey` has `openweathermap`. */
export const SERVICES: ReadonlySet<string> = new Set(
  `
ably abstract abuseipdb abyssale accuweather adafruitio adobe adobeio adyen adzuna aeroworkflow agora aha
airbrake airbrakeproject airbrakeuser airship airtable airvisual aiven akamai alchemy alconost alegra aletheia
aletheiaapi algolia algoliaadmin alibaba alienvault aliyun allsports amadeus amazon ambee amplitude amplitudeapi
anthropic anypoint api2cart apideck apiflash apifonica apify apimatic apimetrics apitemplate apns apollo appcues
appdynamics appfollow appointedd appoptics appsynergy apptivo appwrite artifactory artifactoryreference artsy
asana assemblyai atera atlassian atlassiandatacenter audd auth0 auth0management auth0managementapi autodesk
autoklose autopilot avaza aviationstack aws axonaut aylien ayrshare azure azureapimanagement
azureapimanagementsubscription azureappconfigconnectionstring azurecontainerregistry azurecosmosdb azuredevops
azuredirectmanagement azureentra azurefunction azureopenai azuresas azuresearchadmin azuresearchquery
azurestorage bandwidth bannerbear baremetrics basecamp beamer bedrock beebole besnappy besttime betterstack
bigcommerce bigquery billomat binance bing bitbar bitbucket bitbucketapppassword bitcoinaverage bitfinex bitly
bitmex bittrex bitwarden blazemeter blitapp blocknative blogger blynk bombbomb boostnote borgbase boxcom
braintree braintreepayments braintrust brandfetch braze brevo brightdata browserstack browshot bscscan buddyns
budibase bugherd bugsnag buildkite bulbul bulksms buttercms caflou calendarific calendly calendlyapi
calorieninja campayn cannyio canva capsulecrm captaindata carboninterface cashboard caspio cassandra censys
centralstationcrm cerebras cexio chartmogul chatbot chatfule checio checklyhq checkout checkvist chroma cicero
circleci clarifai clearbit clerk clickhelp clickhouse clicksendsms clickup clickuppersonal cliengo clientary
clinchpad clockify clockworksms closecrm cloudconvert cloudelements cloudflare cloudflareapi cloudflareca
cloudflareglobal cloudflareglobalapi cloudimage cloudinary cloudmersive cloudplan cloudsight cloudsmith cloverly
cloze clustdoc cockroach coda codacy codeclimate codecov codemagic codequiry cognito cohere coin coinapi
coinbase coinlayer coinlib collect2 column commercejs commodities companyhub confluence confluent consul
contentful conversiontools convert convertapi convertkit convier couchbase couchdb countrylayer courier
coveralls craftmypdf cratesio crowdin cryptocompare currencycloud currencyfreaks currencylayer currencyscoop
currents currentsapi customerguru customerio d7network dailyco dandelion dareboost databox databricks datadog
datadogapi datagov debounce deepai deepgram deepseek delighted demio deno dependencytrack deputy detectify
detectlanguage dfuse diffbot diggernaut digitalocean discord discordbot disqus ditto dnscheck docker dockerhub
docparser documo docusign doppler dotdigital dovico dronahq droneci dropbox dropboxsign duffel duo duply dwolla
dynalist dynamodb dynatrace dyspatch eadonly eagleeyenetworks easyinsight easypost eather ebay ecostruxureit
edamam edenai eightxeight elastic elasticemail elasticsearch elevenlabs enablex endorlabs enigma envoy envoyapi
eraser etherscan ethplorer etsy eventbrite everhour exchangerate exchangerateapi exchangerates exchangeratesapi
expo extractor extractorapi facebook faceplusplus fastforex fastly fastlypersonal fcm feedier fetchrss fibery
figma fileio filestack finage financialmodelingprep findl finicity finnhub firebase firecrawl fireworks fixerio
flatio fleetbase flexport flickr flight flightapi flightlabs flightstats flowflu flutterwave flyio fmfw
formbucket formcraft formio formsite foursquare frameio freshbooks freshdesk freshworks fulcrum fullstory
fxmarket gcp gdrive geckoboard gemini gengo geoapify geocode geocodify geocodio geoipifi getemail getemails
getgeo getgeoapi getresponse getsandbox github githubapp gitlab gitter glassnode gocanvas gocardless godaddy
goodday google googlegemini googlemaps grafana grafanaserviceaccount graphcms graphhopper groovehq groq
growthbook gtmetrix guardian guardianapi gumroad gyazo happyscribe harness harvest hashicorpvault
hashicorpvaultauth hasura hcaptcha helicone hellosign helpcrunch helpscout here hereapi heroku hetzner hiveage
holiday holidayapi holistic honeycomb html2pdf huawei hubspot hubspotapi huggingface humanity hunter hybiscus
hypertrack ibm ibmclouduser iconfinder iexapis iexcloud ifttt imagekit imagga imgix impala infisical influx
influxdb infura insightly instabot instagram instamojo intercom interseller intra42 intrinio invoiceocean ionic
ip2location ipapi ipgeolocation ipinfo ipinfodb ipquality ipstack iterable jenkins jfrog jira jotform jumpcloud
jupiterone juro kafka kanban kanbantool karmacrm keenio keycloak kickbox klarna klaviyo klipfolio knapsackpro
kontent kraken kucoin kylas lambdatest langfuse langsmith languagelayer larksuite larksuiteapi lastpass
launchdarkly leadfeeder lemlist lemonsqueezy lendflow lessannoyingcrm lexigram linear linearapi linemessaging
linenotify linkedin linkpreview linode liveagent livestorm loadmill lob locationiq loggly loginradius logrocket
logzio lokalise loyverse lunchmoney luno m3o madkudu magento magicbell magnetic mailboxlayer mailchimp
mailerlite mailgun mailjet mailjetbasicauth mailjetsms mailmodo mailsac mandrill mapbox mapquest mariadb marketo
marketstack mattermostpersonal mavenlink maxmindlicense meaningcloud mediastack meilisearch meistertask meraki
mesibo messagebird meta metaapi metabase metrilo microsoftteams milvus mindmeister miro mistral mistralai mixmax
mixpanel mockaroo moderation mollie monday mongo mongodb monkeylearn moonclerk moosend moralis mqtt mrticktock
msteams mux myfreshworks myintervals mysql n8n nasdaqdatalink nats neo4j neon nethunt netlify netsuite neutrino
neutrinoapi newrelic newrelicbrowser newrelicinsightsinsert newrelicinsightsquery newreliclicense
newrelicmobileapp newrelicpersonal newrelicpersonalapi newrelicuser news newsapi newscatcher nexmo nexmoapi
nexus nftport ngc ngrok nicereply nightfall nimble nomad noticeable notion nozbeteams npm nuget nugetapi
numverify nutritionix nvapi nylas oanda octopusdeploy okta omnisend onedesk onedrive onelogin onepagecrm
onepassword onesignal onfleet oopspam open openai openaiadmin opencagedata openrouter opensearch openuv openvpn
openweather openweathermap opsgenie optimizely oracle overloop ovh owlbot packagecloud pagarme pagerduty
pagerdutyapi pandadoc pandascore paperform papertrail paralleldots parsehub parsers parseur particleio
partnerstack pastebin paydirtapp paymoapp paymongo paypal paystack pdflayer pdfshift peopledatalabs pepipost
percy perplexity pganalyzeread photoroom phrase pinata pinecone pinterest pipedream pipedrive pivotaltracker
pixabay plaid planetscale planetscaledb planviewleankit planyo plivo podio polls pollsapi poloniex polygon
portainer portkey positionstack postageapp postgres postgresql posthog postman postmark powrbot prefect prismic
priv prodpad prospectcrm protocolsio proxycrawl pubnub pubnubpublish pubnubsubscription pulumi purestake
pushbullet pushbulletapi pusher pusherchannel pypi qase qdrant qualaroo qubole quickbooks quicknode rabbitmq
railway railwayapp rapid rapidapi razorpay reachmail readme reallysimplesystems rebrandly recaptcha
rechargepayments reddit redhatpyxis redis redshift refiner render rentman repairshopr replicate replyio
requestfinance resend restpack restpackhtmltopdf restpackhtmltopdfapi restpackscreenshot restpackscreenshotapi
revampcrm ringcentral ritekit roaring robinhoodcrypto rocketreach rockset rollbar rootly route4me rownd rubygems
rudderstack runrunit saladcloud saladcloudapi salesblink salescookie salesflare salesforce salesforcerefresh
salesmate sanity satismeterproject satismeterwrite saucelabs scaleway scalr scrapeowl scraper scraperapi
scraperbox scrapestack scrapfly scrapingant scrapingbee screenshot screenshotapi screenshotlayer scrutinizerci
securitytrails segment segmentapi selectpdf semaphore sendbird sendbirdorganization sendbirdorganizationapi
sendgrid sendinblue sentry sentryorg serpapi serphouse serpstack ses sharepoint sheety sherpadesk shipday shippo
shodan shopify shortcut shotstack shutterstock signable signalwire signaturit signupgenius sigopt simfin
simplesat simplynoted simvoly sinch sinchmessage sirv siteleaf skrappio skybiometry slack smartsheets
smartystreets smooch smtp snapchat snipcart snowflake snyk solarwindsobservability sonarcloud sonarqube
sourcegraph sourcegraphcody sparkpost spectralops speechtextai splunk splunkobservability spoonacular sportsmonk
spotify sqlserver square squareapp squarespace squareup sslmate stackhawk statsig statuscake statuspage
statuspal stitchdata stockdata storecove stormboard stormglass storyblok storychief strapi strava streak stripe
stripepaymentintent stripo stytch sugester sumologic supabase supernotes supernotesapi surveyanyplace surveybot
surveymonkey surveysparrow survicate swell swiftype tableau tailscale tallyfy tatumio tavily taxjar teamcity
teamgate teamworkcrm teamworkdesk teamworkspaces technicalanalysis technicalanalysisapi tefter telegram
telegrambot teletype telnyx tencent terraform terraformcloud terraformcloudpersonal testingbot textmagic theodds
theoddsapi thingsboard thinkific thousandeyes ticketmaster tickettailor tiingo tiktok timecamp timescale
timezone timezoneapi tines tly tmetric todoist together toggltrack tokeet tomorrowio tomtom tradier transferwise
travelpayouts travis travisci trello trelloapi truenas turnstile twelvedata twilio twilioapi twist twitch
twitter twitterconsumer tyntec typeform typesense typetalk ubidots uclassify unifyid unplugg unsplash
upcdatabase uplead uploadcare upstash uptimerobot upwave urlscan userflow userstack vagrantcloud
vagrantcloudpersonal vatlayer vault vbout vercel verimail veriphone versioneye vertexai viewneo vimeo virustotal
visualcrossing voiceflow voicegain vonage voodoosms vouchery vpn vpnapi vultr vultrapi vyte walkscore walmart
weatherapi weatherbit weatherstack weaviate web3storage webex webexbot webflow webscraper webscraping
websitepulse weightsandbiases wepay whatsapp whoxy wise wistia wit woocommerce wordpress workos worksnaps
workstack worldcoinindex worldweather wrike xai xero yandex yelp youneedabudget yousign youtube youtubeapi
zapier zendesk zendeskapi zenkit zenkitapi zenrows zenscrape zenserp zeplin zerobounce zerotier zip zipapi
zipbooks zipcode zipcodeapi zipcodebase zoho zohocrm zonkafeedback zoom zulipchat
`
    .trim()
    .split(/\s+/),
);
