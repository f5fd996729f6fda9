// Command reader is a terminal reader for news that knows who said what.
package main

func main() {}
