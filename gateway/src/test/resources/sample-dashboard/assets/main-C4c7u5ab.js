console.log("Cactus")
