/**
 * Services that issue keys without a form of their own: 32 hexadecimal characters, a UUID.
 *
 * Only their names, in lower case without separators: a name in the code that contains one tells whose key it is.
 */

/** Names of services, as words of identifiers joined: `openWeatherMapKey` has `openweathermap`. */
export const SERVICES: ReadonlySet<string> = new Set(
  `
100ms 17track 1forge 1password 1passwordevents 1passwordusers 2c2p 7digital aamarpay abbliadigital ably
absorblms abstract abstractapi abtasty abuseipdb abyssale accelo accuweather acrcloud acrelens actiniagrassgis
activecampaign activepieces acuityscheduling acumatica adafruit adafruitio adaptio addepar addressfinder adobe
adobecommerce adobeio adobesign adobeumapi adobeworkfront adoptapet adoxx adplyric adprun adpworkforcenow adyen
adyntel adzuna aemet aerodatabox aeroworkflow africastalking afterpay aftership agencyzoom agentcard agentmail
agentops agentphone agilitycms agiloft agora aha ahrefs ai21 aiforthai aikido aimastering aimfox airbrake
airbrakeproject airbrakeuser airbyte aircall airnow airship airtable airtablepat airvisual airwallex airweave
aisensy aishub aiven akahu akamai akeyless akiflow alchemy alconost aleads alegra alephalpha aletheia
aletheiaapi algolia algoliaadmin alibaba alibabacloud alienvault alipay aliyun allsports alphasense alphavantage
altrata amadeus amadeusfordevelopers amanahsunnah amap amazon amazonscraperapi amazonsellingpartner ambee
amberone amdoren amocrm amplitude amplitudeapi amthyste anchore aniapi anidb anilist ankr anomali anrok
anthropic anthropicadmin anvil anycrap anypoint anyrun anyscale apachesuperset apacta apaleo api2cart
api2convert api2pdf apideck apiflash apifonica apifootball apify apiip apilayer apilayerpdflayer apimatic
apimedic apimetrics apitemplate apixu apns apogeoapi apollo apolloio appcues appdome appdynamics appfigures
appfollow applitools appointedd appoptics appsflyer appsignal appstlesubscriptions appstoreconnect appsynergy
apptivo apptweak appveyor appwrite aptible aqicn arbeitsamt arbiscan arcadedev arcgis arduino argocd arize
arizephoenix arkose armory artifactory artifactoryreference artsy arvancloud asaas asana ashby ashbyhq
assemblyai associatedpress astroway atera athenahealth atlan atlassian atlassianadmin atlassiandatacenter
atlassianstatuspage atlasso atomicmail attestwire attio audd audexum audiomack auspost autentique auth0
auth0management auth0managementapi authentik authlete authorizenet authress autodesk autoklose autopilot
autosana autotask autumnbilling auvik availity avalara avanan avaza aviationstack avochato avoma aws awsiam
awsinspector2 awsmultiservice awssigv4 axonaut aylien aylientextanalysis ayrshare az511 azure azureapimanagement
azureapimanagementsubscription azureappconfigconnectionstring azurebatch azureblobstorage azurecontainerregistry
azurecosmosdb azuredataexplorer azuredevops azuredevopshealth azuredirectmanagement azureentra azurefunction
azureopenai azuresas azuresearch azuresearchadmin azuresearchquery azurestorage back4app backblaze backendless
backendly backmarket baichuan baiducloud baidumap balena balldontlie bamboohr bambora bancodobrasil bandcamp
bandsintown bandwidth bannerbear baremetrics barion base64ai basecamp baselime baserow basescan baseten basin
basiq basistheory battlenet bayarearapidtransit beamcloud beamer bedrock beebole beehiiv beget belvo bentoemail
benzinga besnappy bestbuy besttime betfair bettercontact bettermode betterstack betteruptime beyondidentity
beyondtrust bhagavadgita bicboxtech bigcommerce bigcommercesync bigdatacloud bigmarker bigquery billdesk
billogram billomat billplz binance binaryedge bing bingmaps bingwebmasters birdeye bitbar bitbucket
bitbucketapppassword bitcoinaverage bitdefender bitfinex bitget bitgo bitly bitmex bitmovin bitpanda bitpay
bitquery bitrise bitrix bitrix24 bitstamp bittrex bitwarden bizzabo bkash blablacar blackbaud blackduck
blackforestlabs blaguexyz blandai blaxel blazemeter bliro blitapp blockcypher blockdaemon blockfrost
blockfrostcardano blocknative blockscout blogger bloomreach bluejeans bluesky bluesnap bluetally blynk
blynkcloud boldsign boletocloud bombbomb bondfin bonusly bookingcom boondmanager boostnote borgbase
bostonmbtatransit botd boxcom boxsign brainiall brainshop braintree braintreepayments braintrust brandfetch
bravenewcoin brawlstars braze breezometer breezometerpollen breezyhr brevo brex bridgecrew brieftape brightcrowd
brightdata brightspace briteverify brivo browserbase browserless browserstack browseruse browshot bruzu bscscan
btcpay btcturk buddyns budibase bugcrowd bugfender bugherd bugsnag builderio builderioprivate builderiopublic
buildium buildkite buildpdf builtwith bulbul bulksms bulksmsbd bullhorn bungie bunnycdn bunnynet bunq buttercms
buttondown buywhere bybit bynder caflou calcom calcomv1 calendarific calendly calendlyapi calixa callfire
callrail calorieninja campaignmonitor campayn camunda canadapost candis canny cannyio canva canvaslms
capesandbox capsulecrm captaindata carboninterface careerjet cartesia carto carvector casdoor cashboard cashfree
caspio cassandra ccavenue celigo cellulant censys centralstation centralstationcrm cerby cerebras cerebrium
certn certnpartner cexio chainstack chameleon chargebee chargehound chargify chartboost chartbrew chartmogul
chatarmin chatbot chatfuel chatfule chatgptenterprise chatlio chattermill chatwoot checio checkatrade checkhq
checkly checklyhq checkmarx checkout checkoutcom checkr checkrpartner checkvist cheetaho chilexpress chilipiper
chomp chroma chunkr cicero cielo cin7core cinetpay cinode circleback circleci circleso cirium cisco
ciscoduoadmin ciscospark citynantesopendata civitai civo claid claricopilot clarifai clarivate clashofclans
clashroyale cleanlab clearbank clearbit clearbitlogo clearml clearout clerk clevercloud cleverreach clevertap
clickatell clickhelp clickhouse clickmeter clicksend clicksendsms clicksign clickup clickuppersonal cliengo
clientary climatiq clinchpad clippingmagic clockify clockworksms closecrm cloudability cloudamqp cloudbeds
cloudbees cloudbet cloudconvert cloudcraft cloudelements cloudentity cloudflare cloudflareapi cloudflareca
cloudflareglobal cloudflareglobalapi cloudflarestream cloudhealth cloudimage cloudinary cloudmersive
cloudmersivevalidate cloudpayments cloudplan cloudsight cloudsmith cloudtalk cloudtruth cloudways cloverly cloze
clustdoc clxcommunications cmsgov cockroach cockroachdb coda codacy codacyci codat codatsync codeberg
codeclimate codecov codeforces codefresh codegen codegov codemagic codequiry codescene codeship cognigy cognito
cognitoforms cohere coin coinapi coinbase coinbasecommerce coinbaseprime coinbasepro coindcx coingate coingecko
coinigy coinlayer coinlib coinmarketcap coinranking coinremitter collect2 collegefootballdata colorfulclouds
column columnbank comeet cometchat cometml comgate commercejs commercetools commodities commonroom
companieshouse companycam companyhub compareflightprices complyadvantage composio conductorone conekta configcat
confluence confluencedatacenter confluent conjur connectsecure connectwisepsa connectwisermm constantcontact
constructorio consul contaazul contabo contactout contasimple contentful contentfulimages contentsquare
contentstack contextdev contractbook conversica conversiontools conversoriaecnae convert convertapi convertkit
convier cooperhewitt copyleaks coralogix coralogixlogs corellium coreweave coros correios cortexio couchbase
couchdb countrylayer countrystatecity coupa coupacompass courier courtlistener covalent coveo coveralls cpfhub
craftmypdf crashplan cratesio creatomate creem crisp crispplugininstall crittercism cronhub cronitor cronofy
crowdin crowdsec crowdstrike cruisefeed crunchbase crxcavator cryptocompare cryptomarket cryptomus culqi
curecancerwithai currencycloud currencyfreaks currencylayer currencyscoop currents currentsapi cursoradmin
customerguru customerio customerly cuttly cyberark cyberimpact cybersource cymulate d4sign d7network d7networks
dadata dagpi dagster dailyco dailymotion danal danbooruanime dandelion daraja dareboost dashbird dashlane
dashscope databento databox databricks databricksaccount databricksworkspace datacake datacandy datadog
datadogapi datadome datafold dataforseo datagma datagov dataiku datarobot datev datocms dattormm dayforce
daytona ddownload deadmanssnitch debounce debricked deel deepai deepgram deepinfra deepl deepnote deepseek
deepsource deezer delhivery delighted delinea demandbase demio demodesk deno denodeploy dentally dependencytrack
deputy descope destinythegame detectify detectlanguage devcycle devin devrev devto dfuse diagramsso dialogflow
dialpad dialpadwfm didstudio diffbot dify diggernaut digicert digikey digitalocean dinero dingtalk directcloud
directus disclosedcapitol discogs discolike discord discordbot discourse disqus districtapi ditto dixa dlocal
dnscheck docebo docker dockerhub docparser docraptor docspring docsumo documensocloud document360 documint
documo docuseal docuseals docusign docuware doku dolibarr dopesecurity doppio doppler dotdigital dotpay dovico
downdetector drata drchrono dremio dribbble dronahq droneci dropbox dropboxsign dropcontact dropfunnels drupal
dtrack dualentry duda duffel duitku duo duosecurity duply dwolla dwolladrop dyadic dydx dynalist dynamicmockups
dynamodb dynapictures dynatrace dyspatch dyte eadonly eagleeyenetworks easebuzz easyinsight easypaisa easypost
easyship eather ebanq ebanx ebay ebird ecobee econpulse ecostruxureit ecourtsindia ecu360 ecu360production ecwid
edamam edamamnutrition edamamrecipes edenai edgio edgrapi egnyte eightxeight elastic elasticcloud elasticemail
elasticsearch electricitymaps elevenlabs elevio eloqua emailable emailbison emailjs emaillistverify emailoctopus
emarsys emarsysx embat emplifi employmenthero enablex encharge endorlabs engagespot enigma enigmapublic enode
enotas enrow entrata env0 enverus envoy envoyapi eodhd epayco epcgovuk epicgames epostklara equinixmetal eraser
ergo erpnext erstat erwin esendex esewa eskiz espay esri etherscan ethplorer etsy euplatesc europeana euskalmet
evaluagent eventbrite eveonline everflow evergage everhour eversign evervault ewelink exabeam exactonline
exchangerate exchangerateapi exchangerates exchangeratesapi exmo exoscale exotel expedia expensify experian expo
exportsdk extractor extractorapi facebook faceit faceplusplus facturama falai fanvue faspay fast2sms fastdol
fastforex fastly fastlypersonal fastspring fatsecret faunadb favqs fawry fcm featurebase fedapay fedex feedbin
feedier feishu fellow festivo fetchrss fiberai fibery fieldwire figjam figma filebase fileio filestack
filingrail fillout fillr finage financialmodelingprep findl findwork findymail fingerprintjs fingerprintjspro
finicity finix finnhub firebase fireblocks firebolt firecrawl firefish firehydrant fireworks fireworksai
firstbase fiserv fitbit fiuu fivetran fixerio flagsmith flatfile flaticon flatio fleetbase flexport flickr
flight flightapi flightaware flightlabs flightradar24 flightstats flipkart flipkartmarketplace flowdash flowflu
flutterwave flyio fmfw focusnfe fofa followupboss fonepay fonoa fooddatacentral footballdata foreca forgejo
forgerock formbucket formcraft formio formsite formspree formstack forter fortnite fortnox fossa foursquare
foxentry frameio frappe fraudlabspro fred freeagent freekassa freepik freesound freightview freshbooks freshchat
freshdesk freshmarketer freshsales freshservice freshteam freshworks friendli friendlycaptcha
frontaccountingapis frontegg fulcrum fullcontact fullenrich fullhunt fullstory fundingsignals fusionauth
fxmarket gainsight gameanalytics ganjoor gaode garmin gateio gazettedatauk gbprimepay gcore gcp gdrive
gebruderweiss geckoboard geekflare gelato gemfury gemini generadordni gengo genius geoapify geocod geocode
geocodify geocodio geodatasource geodbcities geoipifi geoscore geotab gerencianet gerrit getaccept getaddress
getblock getemail getemails getform getgeo getgeoapi getgist getimg getnet getping getresponse getsandbox
getstream gettyimages getxapi getyourguide gfycat ghasedak ghcr ghostadmin ghostbin ghostcontent ghtk giantbomb
gigalixir gigya giphy gistcrm gitea gitguardian github githubapp githubpat gitlab gitlabpat gitpod gitter gladia
glassnode gleap glitterly glyphic gmail gmopayment gnews gocanvas gocardless godaddy gofile goldbean goldrush
gong goodays goodday google googleads googleai googleanalytics googleappsheet googlebigquery googlebooks
googlecalendar googlechat googlecloudnatural googlecloudstorage googledocs googledrive googledrivekb
googleearthengine googlefirebase googleforms googlegemini googlegroups googlehealth googlemail googlemaps
googlepagespeed googlephotos googleplay googlesafebrowsing googlesearchconsole googleserviceaccount googlesheet
googlesheets googletranslate googlevault googleworkspaceadmin gooten gopay gorest gorgias gotify gotomeeting
gptzero grafana grafanaserviceaccount grafbase grammarly granola graphcms graphhopper greenhouseassessment
greenhouseharvest greenhouseingestion greenhousejobboard greenhouseonboarding greptile greynoise groovehq groq
growsurf growthbook gsheets gtmetrix guardian guardianapi guardrails guildwars2 gumroad gunpolicy gupshup gusto
gustodemo gyazo hackerearth hackerone hackerrankwork haileyhr halalterminal halopsa handwrytten hanko happo
happyscribe harness harvardartmuseums harvest harvestapp hashicorp hashicorpvault hashicorpvaultauth hashnode
hasura haveibeenpwned hcaptcha hcti healthchecks healthgorilla healthie helcim helicone helipaddysites helius
hellosign helpcrunch helpscout helpscoutdocs helpscoutmailbox henrikdev here hereapi heremaps
herohuntpeoplesearch heroku hetzner hexnode heygen heymarket heyreach hgweather hibob hibobserviceuser hibp
highlevel highlevelwhitelabel hightouch hiveage hivebrite holded holiday holidayapi holistic homeassistant
honeybadger honeycomb hookdeck hootsuite hostaway hotelbeds hotglue hotstoks html2pdf htmlcsstoimage huawei
huaweicloud hubspot hubspotapi hubspotcms hubstaff huggingface humaansio humanapi humanity humanloop
humblebundle hume humeai hunter huntercampaigns hunterio huntress huobi hybiscus hybridanalysis hygraph
hyperbolic hyperbrowser hyperdx hyperpay hyperserve hypertrack hypertune hypixel iamport ibanforge ibkr ibm
ibmcloud ibmclouduser ibmtexttospeech ibmwatson icepay iconfinder icontact icypeas icytools idenfy ideogram
idsfulfillment iexapis iexcloud ifttt igdb iletimerkezi ilovepdf imagekit imagga imdbapi imepay imgbb imgix
imgur immybot impala impalahotelbookings improvmx incidentio indodax inferdo infermedica infisical influx
influxdb infobip infranode infura infuraethereum ingenico ingeniousbuild ingeniousbuildpat inicis inkeep inngest
insightly instabot instabug instagram instamojo instana instapaper instatus integromat intelligencex intelx
intercom interseller interswitch intra42 intrinio intuit invision invoiceocean invovate ionic ionos ip2geo
ip2location ip2proxy ipapi ipay88 ipaymu ipdata ipfind ipgeolocation ipify ipinfo ipinfodb ipquality
ipqualityscore ipsonline ipstack iqair irisnet ironclad ironsource iterable itglue iucn iucnredlist iugu iyzico
izipay jamendo jamf jamie jawg jazzcash jazzhr jcdecaux jcdecauxbike jdcloud jellyfish jenkins jfrog jfrogx
jiminny jina jinaai jira jiradatacenter jitsi jitsu jobadder jobdatalake jobdiva jobs2careers jobvite jokesone
jooble joshuaproject jotform json2video jsonbin judge0ce judgeme jumio jumpcloud junipermist jupiterone juro
juspay justcall justworks kafka kaggle kagi kajabi kakao kakaomaps kakaopay kaleyra kalshi kamatera kameleoon
kanban kanbantool kandji karmacrm kaspr katalon kavenegar kdatagate keenio kelleybluebook kentik keycdn keycloak
keystatic khalti khipu kickbox kinde kintone kintoneuserapi kitsu kkbox kkiapay klarna klaviyo klevu klicktipp
klingai klipfolio klippa knak knapsackpro knocommerce knowbe4 kochava koios kommo komoju kongconnect konnektive
kontent korapay koyeb kraken krakenkeys krisp kroger ksoftsilyrics ksyun kucoin kushki kustomer kutt kylas
labelbox lacework lago lagrowthmachine lakera lambdalabs lambdatest lambdatestx lancedb langbly langchain
langfuse langfusecloud langsmith languagelayer languagetool lark larksuite larksuiteapi lastfm lastpass
launchdarkly launchnotes lazada lcbo leadfeeder leadmagic leanix leanplum leapsome lectotranslation lemlist
lemonsqueezy lemonway lendflow leonardo leonardoai lessannoyingcrm lessonly lexigram lexoffice lianlian liara
libretranslate lichess lightfield lightrail lightspeedretail lightstep linear linearapi linearb linemessaging
linenotify linepay linguarobot lingvanex linkedin linkhut linkpreview linode linq liqpay listmonk listrak
litellm lithic liveagent liveblocks livechat livekit livestorm livetennisapi llamacloud llamaindex lmnt loadmill
lob localazy locationiq logdna loggly loginradius logrocket logtail logto logz logzio lokalise longdomap looker
looksrare loopreturns loopsso loqate losant lovable loyverse ltadatamall lucid lumaai lumigo lunchmoney luno
lusha lytics m3o machinetutors madkudu magento magicbell magiceden magiclabs magnetic mailboxlayer
mailboxvalidator mailchimp mailerlite mailersend mailgun mailjet mailjetbasicauth mailjetsms mailmodo mailpace
mailsac mailtrain mailtrap maldatabase malshare malwarebazaar malwarebytes manatal mandrill mangadex mangapi
mangopay manychat mapbase mapbox mapmyindia mappls mapquest maptiler mariadb mariokarttour marketaux marketo
marketstack marqeta marqo marvel marvelapp mastodon matomo mattermost mattermostcloud mattermostpersonal
mavenlink maximizer maximizeronpremise maxio maxmind maxmindlicense mbta meaningcloud medallia mediacraftai
mediastack medplum meetup meilisearch meirra meistertask melhorenvio melipayamak melissa mem0 mendio meraki
mercadolibre mercadopago mercedesbenz mergedev merriamwebster mesibo messagebird messari messengerx meta metaapi
metabase metacert metamarketingapi meteoblue meteomatics metricool metrilo mexc mezmo mezmologs microsaasaisuite
microsoft microsoftad microsoftadmin microsoftads microsoftdataverse microsoftentraid microsoftgraph
microsoftintune microsoftpowerbi microsoftteams microsoftteamsbot microsofttranslator microuserservice
microweather midjourney midtrans millionverifier milvus mimecast mindbody mindee mindmeister minimax mintlify
mipcloud miponpremise miro missive mistral mistralai mixcloud mixmax mixpanel mobilepay mockaroo moderation
moderntreasury modio modjoai modmed modulr moesif mojang mollie momentumio monday moneris mongo mongodb
mongodbatlas monkeylearn monnify monobank moodle moonclerk moonpay moosend moovpay moralis motherduck moyasar
mparticle mpesa mqtt mrticktock msg91 msteams mtnmomo multibase multisafepay murf musixmatch mux mxplatform
myanimelist mycase myemailverifier myfreshworks myintervals myob mysql n8n nabla nablencentral nagad namelypat
nango nanonets napster nasa nasdaqdatalink nationbuilder nats naver navercloud navermap naverpay navitia nbadata
nebius neo4j neon neptuneai nerdio netatmo netdata neteller netgsm nethunt netlify netlifycms netopia netsuite
netsuitetba neutrino neutrinoapi neverbounce neverbouncev4 newrelic newrelicbrowser newrelicinsightsinsert
newrelicinsightsquery newreliclicense newrelicmobileapp newrelicpersonal newrelicpersonalapi newrelicuser news
newsapi newscatcher newsdata newsflash newsx newyorktimes nexmo nexmoapi nextcloudocs nexthink nexus nfeio
nftport nftstorage ngc ngrok ngrokd nhost nicepay nicepayments nicereply nightfall nimble nimbleway nimbuspost
ninetyio ninjaonermm ninjaonesaasbackup niubiz nlpcloud nmi noaa nobl9 nocrm nomad nomic nomics nophishy
nordigen north7agent northbeam northdata northflank northpass noticeable notion nounproject novadax novita novu
nownodes nowpayments nozbe nozbeteams npm nprone ntfy nuget nugetapi numerai numlookup numverify nutritionix
nuvei nvapi nvidia nylas nyneai nytimes oanda oceanio ocrspace octoai octokit octopart octopusdeploy oddsapi
odnoklassniki odoo oikolab okex okta oktapreview oktawave okteto olamaps olark ollama olxpoland omdb omie omise
omnisend omnivore onedesk onedrive oneforge onelogin onemapsingapore onenote onepagecrm onepassword onepay
oneschema onesignal onesignalx oneuptime onfido onfleet onshape oomnitza oopspam open openai openaiadmin
openapihub openaq opencage opencagedata openchargemap opencorporates openexchangerates openfda openfigi
opengraphr openhands openmetercloud openmoviedatabase opennode openpagerank openpay openphone openpipe openqr
openregistry openrouter openrouteservice opensea opensearch opensigncloud openstreetmap openuv openvpn
openweather openweathermap opik opsera opsgenie opslevel optimizely optimove optumreal oracle oraclecloud
oraclecloudidentity oraclehcm orangelogic orangemoney orbbilling orbintelligence orcasecurity ordnancesurvey
originalityai orionhealth oriznvisa orum ory osano oura overloop ovh owlbot oxforddictionaries oxylabs
oxylabsrealtime ozow packagecloud packagist paddle pagarme pagecdn pagefreezer pagerduty pagerdutyapi pagseguro
paligo panafricadata pandadoc pandascore paperform paperspace papertrail paralleldots parcellab parsehub parsers
parseur parseuril particlehealth particleio partnerstack partykit passbase passportal pastebin pathofexile
paubox pax8 payabli paychex paycom paycor paydirtapp paydunya payfast payfit payfort paygate paylocity
paylocitynextgen paymoapp paymob paymongo paynl paynow payoneer payos paypal paypay payplug paysafe payssion
paystack paytabs paytm paytr payu payumoney pdfco pdffleet pdfgenerator pdfgeneratorapi pdflayer pdfmonkey
pdfshift peachpayments peakmetrics peakon pendo pendoio pennylane pennylanecompanyapi peopledatalabs pepipost
percy perdoo perimeter81 perimeterx perplexity personio personiorecruiting pesapal petfinder pexafy pexels
pganalyze pganalyzeread pgvector phantomjscloud phind phisherman phishin phonepe photoroom phrase phrasetms
pickrr pinata pinboard pinecone pingboard pingdom pingidentity pingone pinterest pipedream pipedreamconnect
pipedrive pipelinecrm pitchbook pivotaltracker pixabay pixela pixelcut plaid planetscale planetscaledb
planningcenteronline planviewleankit planyo plasmic platerecognizer platformsh plausible playerelo playht
playmobile pleo plisio plivo plunk pm25in pocketbase podia podio podscribe poeditor polls pollsapi poloniex
polydoc polygon polygonio polygonscan polymarket poplar portainer portkey portmone portone portwallet
positionstack postageapp postalytics postcoder postgres postgresql postgrid posthog postlake postman postmark
postnl postnord postscript poststack powerreviews powrbot practicefusion precisefp predibase prefect prerenderio
prestashop prexview printful printify prismic priv privacycom privateai prive privy procore prodpad productboard
producthunt promptlayer propelauth prospectcrm prospeo prosperstack protocolsio provenexpert proxycrawl
proxykingdom prtgclassic przelewy24 pspdfkit pubg publer publora pubnub pubnubpublish pubnubsubscription
pulsedive pulumi pumpfundata purestake pushbullet pushbulletapi pusher pusherbeams pusherchannel pushover
pushpaychms pushpaychmsv1 pushwoosh pushy pverify pylon pypi qase qdrant qiniu qiwi qminder qovery qstash
quaderno qualaroo qualia qualtrics quandl quartr qubole quentn questdb quickbase quickbooks quicknode quipteams
quirrel quizapi qweather qwen rabbitmq rabobank ragieai railsr railway railwayapp rainbowweather rainforestpay
randommer rapid rapid7 rapidapi rappi rapyd ratehawk rawg raygun razorpay rb2b reachmail readai readme readwise
readwisereader reallysimplesystems reapit rebrandly recallai recaptcha rechargepayments recipeapi recombee
recordedfuture recraft recruitcrm recruitee recruiterflow recurly redash reddit redditapis redhat redhatpyxis
redis redislabs redshift redtailcrm refiner regfox registrum regru rejax rekaai relevanceai remita remitly
removebg render rendobar rentman repairshopr replicate replit replyio requestfinance researchdesk resemble
resembleai resend resova restpack restpackhtmltopdf restpackhtmltopdfapi restpackscreenshot
restpackscreenshotapi retell retellai revai revampcrm revcardata revenuecat revenuemonster revivn revolt revolut
revolutbusiness rewardful rijksmuseum ringba ringcentral ringover riot riotgames rippling ripplingshop riskified
ritekit road511 roadgoatcities roaring robinhood robinhoodcrypto roboflow roboflowuniverse robokassa rocketchat
rocketlane rocketreach rockgympro rockset rollbar ronin rootly rossum route4me routee rownd royalmail rubygems
rudderstack runconvert runpod runrunit runscope runwayml rydership rydoo sabrefordevelopers safepay sage200
sage300cre sagehr sageintacct sagepeople saidit sailthru saladcloud saladcloudapi saleor salesblink salescookie
salesflare salesforce salesforcecdp salesforcejwt salesforcerefresh salesloft salesmate salesmsg saltedge
sambanova samsara sanity sapariba sapbusinessone sapconcur sapconcurpassword sapfieldglass sapodata saps4hana
sapsuccessfactors satismeter satismeterproject satismeterwrite satws saucelabs savepage savvycal sawolabs
sbercloud scalapay scaleai scaleway scalingo scalr scandit scanii scanova schemashield schematichq schiphol
schipholairport schwab scoopit scoutapm scrapedo scrapeninja scrapeowl scraper scraperapi scraperbox scrapestack
scrapfly scrapingant scrapingbee scrapingdog screenshot screenshotapi screenshotlayer screenshotmachine
screenshotone scriptmasterlabsmcp scriptmasterlabsx402 scrutinizer scrutinizerci scw searchspring seatgeek
securecodewarrior securitytrails sedna segment segmentapi segmind selectel selectpdf sellercloud sellsy
semantria semaphore semgrep semrush senangpay sendbird sendbirdorganization sendbirdorganizationapi sendblue
sendcloud sendgrid sendinblue sendowl sendpulse sendx sendy sentinelone sentry sentryorg seon sepay serpapi
serper serphouse serpstack serpwow servicem8 servicenow servicenowjwt servicetitan ses setlistfm setmore sevdesk
sezzle shadeform sharepoint sharepointexcel sharepointonline sharepointonlinev1 sheety sherpadesk shikimori
ship24 shipbob shipbobpat shipday shipengine shippo shiprocket shipstation shodan shopee shopify shopifyadmin
shopifypartner shopifystorefront shopvox shopware shopworks shortcut shortio shortpixel shotstack shrtlnk shufti
shuftipro shurjopay shutterstock sidekiq signable signalfx signaliz signalwire signaturit signifyd signnow
signnowbasic signoz signupgenius signwell sigopt siigo silamoney siliconflow simfin similarweb simkl
simpleanalytics simplepay simplesat simplybook simplynoted simpro simvoly sinch sinchmessage singlestore sipay
sirv siteintel siteleaf sixtyfour skio skrapp skrappio skribble skrill skybiometry skylight skyscanner slack
smartapi smartcar smartlead smartleadai smartling smartproxyweb smartrecruiters smartsheet smartsheets
smartthings smarty smartystreets smooch smsapi smsglobal smsir smsru smtp smugmug snapchat snapdocs snipcart
snipeit snov snovio snowflake snowflakejwt snowtrace snyk socialswarm socrata socure solarwinds
solarwindsobservability solscan sonarcloud sonarqube sonarr sonatype songkick songlinkodesli sophoscentral
soundcloud sourcegraph sourcegraphcody spacelift spacetradersapi sparepilot sparkpost spectralops speechmatics
speechtextai spendesk spinnaker splitio splitit splitwise splunk splunkobservability spoonacular sportmonks
sportmonkscore sportmonkscricket sportmonksfootball sportmonksmotorsport sportmonksodds sportradar sportsdataio
sportsmonk spotify spotsense spreedly sproutsocial spyse sqlserver squadcast squadco square squareapp
squarespace squareup srpenergy sslcommerz ssldomainhealthcheck sslmate stabilityai stackexchange stackhawk
stackpath stadiamaps staffsign stancer stannp starken statamic statista statsig statuscake statuspage statuspal
stayai steam stigg stigviewer stitchdata stockdata storecensus storecove storeleads storj stormboard stormglass
storyblok storychief storylane strapi strava stravaweb streak streamchat streamlineai stripe stripeexpress
stripejp stripepaymentintent stripo stytch styvio subsplash substack sugester sugra sumologic sumsub sumup sunor
supabase supercell superheroes superhuman supermetrics supernotes supernotesapi supertokens supportivekoala
suprsonic surecontact surfe surjopay surrealdb surveyanyplace surveybot surveymonkey surveysparrow survicate
sustainmetrics suunto svix swell swiftkanban swiftype swoogo symbl syncari syncore synctera synthesia synthflow
sysdig systembolaget systran tableau taggun tailscale talentlms talkdesk talkjs tallyfy talordata tanium
tankerkoenig tapclicks tarabut taskade tastedive tatum tatumio tavily tavus tawk taxcloud taxjar teachable
teamcity teamgate teamleader teamtailor teamviewer teamworkcrm teamworkdesk teamworkspaces tebex
technicalanalysis technicalanalysisapi tecnospeed tefter telegram telegrambot telegrammtproto teletype telize
telnyx telr temsor tenable tencent tencentcloud tencentmap tenderly tenjin termii terraapi terraform
terraformcloud terraformcloudpersonal tesla testingbot testmo testrail textlocal textmagic texttillkladdesign
theaudiodb thebible thecocktaildb thedog thegraph theguardian theirstack thelordoftherings themealdb themuse
thenews theodds theoddsapi theoldreader therundown thesportsdb theswarm thevampirediaries thingsboard thinkific
thirdweb thisispaper thousandeyes threatjammer threatstack thrivecart thunderbit thunderforest thundra
ticketmaster tickettailor ticktick tidb tidio tiingo tiktok tiktokads tillhub timecamp timedoor timescale
timetastic timeweb timezone timezoneapi timify tinacms tines tinify tink tinkoff tinybird tinypng tinyurl tisane
tldv tly tmdb tmetric todoist together togetherai toggl toggltrack tokeet tokopedia tomba tombaemailfinder
tomorrowio tomtom tonapi toncenter tosspayments toyyibpay tpay traceloop trackingmore trackjs tradier
tradingeconomics trafft traileraddict trakstarhire trakt transak transbank transferwise transifex transloadit
transporeoncarrier trashnothing travelpayouts travelport travis travisci treasuryprime treblle tredict trello
trelloapi triggerdev trigifyio tripadvisor tripletex triplewhale trongrid truelayer truenas trulioo trustly
trustpilot tsheetsteam tumblr turbopuffer turnstile turso tuya tvdb tweetapi twelvedata twelvelabs twentycrm
twentycrmselfhosted twilio twilioapi twilioflex twiliovideo twiliovoice twinfield twist twitch twitter
twitterapis twitterconsumer tyk tyntec typeform typefully typesense typetalk uber ubidots uchecker uclassify
ucloud udemy uebermaps ukcompanieshouse ukgpro ukgprowfm ukgprowfmropc ukgready umami unanet unbounce unifyid
unionpay unipile unitfinance unitpay universign unleash unogs unplugg unsplash unstructured untappd upcdatabase
upcloud upguard uplead uploadcare uploadthing upres upsales upstage upstash uptimerobot uptrace upwave upwork
upyun urbanairship urlbae urlbox urlscan usajobs usautocomplete usda userbase userflow userfront userpilot
usersnap userstack uservoice usextract usps usstreetaddress uszipcode utahagrc utilorax vagalume vagrantcloud
vagrantcloudpersonal validic valr valueserp vanceai vanillaforums vantageapparel vantiv vapi vastai vatlayer
vatsense vatstack vault vbout vecteezy vedintelastroapi veed veevavault vellum vendure veracode vercara vercel
veriff verimail veriphone verirouteintel versioneye vertexai veryfi vespa vgsvault viafoura viator viber
victorops videoask vidwords vidyo viettelpost viewneo viewpointvista vimeo vipps virustotal visma visualcrossing
vkcloud vnpay vnptpay voiceflow voicegain volcengine vonage vonagevideo voodoosms vouchery voyage voyageai vpn
vpnapi vtex vuldb vultr vultrapi vyte waiverforever wakatime walkscore wallhaven walmart wandb wappalyzer
wargaming watchdata watchmode wati wattime waveaccounting waybacksave wayforpay wealthbox weatherapi weatherbit
weatherstack weaviate web3 web3auth web3storage webclaw webdam webex webexbot webflow webflowapi webinargeek
webinarjam weblate weboftrust webscraper webscraping websitepulse wecantrack wechat wechatpay wecom weibo
weightsandbiases weightsbiases wejam wepay wger what3words whatjobs whatsapp whatsappbusiness whatsonthemenu
whereparcel whitesource whoop whoxy wildixpbx windchill windmill wireguard wise wiseagent wistia wit withings
wiza wolframalpha wompi woocommerce woodpecker woosmap wordnik wordpress workato workboard workday
workdayrefreshtoken workos workramp worksnaps workstack worldbank worldcoinindex worldline worldpay worldweather
wrike writesonic wufoo wyre xai xata xendit xero xfetch xflux xignite xray yahoo yahoofinance yandex yandexcloud
yandexmaps yandexmapsgeocoder yandexweather yapily yelp ynab yoco yodlee yokoy yookassa yoomoney yotpo
youcanbook youcanbookme youcanbookmepublic youneedabudget yousign youtube youtubeapi yugabyte yummly zalo
zalopay zammad zapier zapiernla zapmail zapsign zeabur zefix zendesk zendeskapi zendeskmessaginghitl zendesksell
zenhub zenkit zenkitapi zenrows zenrowsscraper zenscrape zenserp zenvia zephyrscale zeplin zeplo zerobounce
zeroretentionpdf zerossl zerotier zestful zettle zhipu zhipuai zigguratapi zigpoll zilliz zip zipapi zipbooks
zipcode zipcodeapi zipcodebase ziprecruiter zitadel zixflow zoho zohobigin zohobooks zohocalendar zohocrm
zohodesk zohoinventory zohoinvoice zohomail zohopeople zohorecruit zonka zonkafeedback zoom zoominfo zorus
zscaler zube zulip zulipchat zuora zyte
`
    .trim()
    .split(/\s+/),
);
