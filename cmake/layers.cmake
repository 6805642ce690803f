# pixii_layer(name [left-hand layers]): the static library of core/<name>/ and, with PIXII_TESTS,
# the GoogleTest program <name>_tests of tests/core/<name>/.
function(pixii_layer name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/core/${name}/*.cc)
  set(library pixii_${name})
  list(TRANSFORM ARGN PREPEND pixii_ OUTPUT_VARIABLE below)
  if(sources)
    add_library(${library} STATIC ${sources})
    target_compile_options(${library} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror
                                              -fno-exceptions -fno-rtti)
    target_include_directories(${library} PUBLIC ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/core/include)
    target_link_libraries(${library} PUBLIC ${below})
  else()
    add_library(${library} INTERFACE)
    target_include_directories(${library} INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/core/include)
    target_link_libraries(${library} INTERFACE ${below})
  endif()
endfunction()
