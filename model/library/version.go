package library

// Layout names the form that a Snapshot has: one of another form is of no use. It stands beside Version, as the same analysis may be written down
// in another way; whoever changes what a snapshot writes counts it up.
const Layout = "4"

// Version names what reading and analysing make of an article: whatever was kept of another version is of no use. It is a hash
// of what they make of many articles, so that it can't be forgotten: a test tells what it has to be.
const Version = "0ca4b64dfd8e"
